package io.battlescope.projection.deadletter;

import io.battlescope.api.topic.DeadLetter;
import io.battlescope.projection.parked.Selection;
import io.battlescope.projection.sql.Upsert;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class DeadLetterStore {

    /**
     * Stage, source and position identify a letter, so that reading a topic again changes nothing. One that is judged again says
     * what it is by now.
     */
    private static final Upsert<DeadLetter> LETTERS = Upsert.<DeadLetter>into("dead_letter")
            .column("stage", "text", text(DeadLetter::stage))
            .column("source", "text", text(DeadLetter::source))
            .column("position", "text", text(DeadLetter::position))
            .column("killmail_id", "int8", DeadLetter::killmailId)
            .column("code", "text", text(DeadLetter::code))
            .column("detail", "text", text(DeadLetter::detail))
            .column("payload", "text", text(DeadLetter::payload))
            .column("occurred_at", "timestamptz", DeadLetter::occurredAt)
            .onConflict("""
                    (stage, source, position) do update
                    set code = excluded.code, detail = excluded.detail, occurred_at = excluded.occurred_at,
                        payload = coalesce(excluded.payload, dead_letter.payload),
                        killmail_id = coalesce(excluded.killmail_id, dead_letter.killmail_id)
                    where dead_letter.occurred_at <= excluded.occurred_at and dead_letter.code <> excluded.code
                    """);

    private static final String MEANT = """
            from dead_letter where evicted_at is null and stage = ?
                and (?::text is null or dead_letter_id::text = ?) and (?::text is null or dead_letter_id::text = ?)
                and (?::text is null or position(? in code || ' ' || coalesce(detail, '')) > 0)""";

    private record Identity(String stage, String source, String position) {}

    private final JdbcTemplate jdbc;

    DeadLetterStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(Collection<DeadLetter> letters) {
        Map<Identity, DeadLetter> latest = new LinkedHashMap<>();
        letters.forEach(letter -> latest.put(new Identity(letter.stage(), letter.source(), letter.position()), letter));
        LETTERS.write(jdbc, latest.values());
    }

    boolean isEmpty() {
        return Boolean.FALSE.equals(jdbc.queryForObject("select exists (select from dead_letter)", Boolean.class));
    }

    boolean has(String stage) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select exists (select from dead_letter where stage = ?)", Boolean.class, stage));
    }

    /** Which letters are meant, with what they are; each is a sequence of its own, by its number. */
    Map<String, String> describe(String stage, Selection selection) {
        Map<String, String> meant = new LinkedHashMap<>();
        jdbc.query(
                "select dead_letter_id, source, position, code " + MEANT + " order by dead_letter_id",
                row -> {
                    meant.put(
                            row.getString("dead_letter_id"),
                            row.getString("source") + " " + row.getString("position") + ": " + row.getString("code"));
                },
                meant(stage, selection));
        return meant;
    }

    /** The rows stay, for whoever wants to know. */
    void evict(String stage, Selection selection, String actor, String reason) {
        List<Object> parameters = new ArrayList<>(List.of(actor, reason));
        parameters.addAll(Arrays.asList(meant(stage, selection)));
        jdbc.update(
                "update dead_letter set evicted_at = clock_timestamp(), evicted_by = ?, evict_reason = ?"
                        + " where dead_letter_id in (select dead_letter_id " + MEANT + ")",
                parameters.toArray());
    }

    private static Object[] meant(String stage, Selection selection) {
        String letterId =
                selection.letterId() == null ? null : selection.letterId().toString();
        return new Object[] {
            stage, selection.sequence(), selection.sequence(), letterId, letterId, selection.cause(), selection.cause()
        };
    }

    /** Letters hold whatever was received; PostgreSQL's text cannot hold a NUL. */
    private static Function<DeadLetter, String> text(Function<DeadLetter, String> part) {
        return letter -> {
            String value = part.apply(letter);
            return value == null ? null : value.replace("\0", "");
        };
    }
}
