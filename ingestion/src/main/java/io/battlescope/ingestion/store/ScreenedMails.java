package io.battlescope.ingestion.store;

import io.battlescope.api.universe.Universe;
import io.battlescope.ingestion.ruleset.MailFacts;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** What rules look at, of the killmails that were judged in the last two days. */
@Repository
public class ScreenedMails {

    private static final Duration KEPT = Duration.ofHours(48);
    private static final int PRUNED_AT_ONCE = 10_000;
    private static final int FETCHED_AT_ONCE = 1_000;

    private final JdbcTemplate jdbc;
    private final Universe universe;
    private final Clock clock;

    ScreenedMails(JdbcTemplate jdbc, Universe universe, Clock clock) {
        this.jdbc = jdbc;
        this.universe = universe;
        this.clock = clock;
    }

    /** One statement for a batch. Lists of different lengths are no array of arrays, so they travel as text. */
    void add(List<ScreenedMail> mails) {
        if (mails.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                insert into screened_killmail
                    (killmail_id, seen_at, occurred_at, system_id, isk, alliances, corporations, characters)
                select id, to_timestamp(seen / 1000.0), to_timestamp(occurred), system, isk::numeric,
                    alliances::bigint[], corporations::bigint[], characters::bigint[]
                from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[])
                    as t (id, seen, occurred, system, isk, alliances, corporations, characters)
                order by id
                on conflict (killmail_id) do update set seen_at = excluded.seen_at, isk = excluded.isk
                """,
                mails.stream().mapToLong(ScreenedMail::killmailId).toArray(),
                mails.stream().mapToLong(mail -> mail.seenAt().toEpochMilli()).toArray(),
                mails.stream()
                        .mapToLong(mail -> mail.occurredAt().getEpochSecond())
                        .toArray(),
                mails.stream().mapToInt(mail -> mail.facts().place().systemId()).toArray(),
                texts(mails, ScreenedMails::isk),
                texts(mails, mail -> list(mail.facts().alliances())),
                texts(mails, mail -> list(mail.facts().corporations())),
                texts(mails, mail -> list(mail.facts().characters())));
    }

    /** Hands out all that were judged since then, without holding them in memory; needs a transaction. */
    public void since(Instant seenAt, Consumer<MailFacts> reader) {
        JdbcTemplate streaming = new JdbcTemplate(jdbc.getDataSource());
        streaming.setFetchSize(FETCHED_AT_ONCE);
        streaming.query(
                """
                select occurred_at, system_id, isk, alliances, corporations, characters
                from screened_killmail where seen_at >= ?
                """,
                row -> {
                    reader.accept(facts(row));
                },
                Timestamp.from(seenAt));
    }

    /** Forgets what no preview asks for any more; several instances pass each other by. */
    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void prune() {
        Timestamp until = Timestamp.from(clock.instant().minus(KEPT));
        int pruned;
        do {
            pruned = jdbc.update("""
                    delete from screened_killmail where killmail_id in (
                        select killmail_id from screened_killmail where seen_at < ? limit ? for update skip locked)
                    """, until, PRUNED_AT_ONCE);
        } while (pruned == PRUNED_AT_ONCE);
    }

    private MailFacts facts(ResultSet row) throws SQLException {
        return new MailFacts(
                universe.place(
                        row.getInt("system_id"), row.getTimestamp("occurred_at").toInstant()),
                ids(row, "alliances"),
                ids(row, "corporations"),
                ids(row, "characters"),
                row.getBigDecimal("isk"));
    }

    private static Set<Long> ids(ResultSet row, String column) throws SQLException {
        return Set.of((Long[]) row.getArray(column).getArray());
    }

    private static String isk(ScreenedMail mail) {
        BigDecimal isk = mail.facts().isk();
        return isk == null ? null : isk.toPlainString();
    }

    private static String list(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private static String[] texts(List<ScreenedMail> mails, Function<ScreenedMail, String> column) {
        return mails.stream().map(column).toArray(String[]::new);
    }
}
