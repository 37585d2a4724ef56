package io.battlescope.ingestion.release;

import io.battlescope.api.feed.ReleaseQuarantine;
import io.battlescope.api.topic.DeadLetter;
import io.battlescope.api.topic.Topic;
import io.battlescope.kit.deadletter.DeadLetters;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Killmails that ESI refused. There is no payload that could be judged, only a question: let go, they count as missing, and are asked
 * for again when their day is compared.
 */
@Repository
class EsiRefusals {

    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final DeadLetters letters;
    private final Clock clock;

    EsiRefusals(JdbcClient jdbc, DeadLetters letters, Clock clock) {
        this.jdbc = jdbc;
        this.letters = letters;
        this.clock = clock;
    }

    private record Question(String feed, long number, Long killmailId, String text) {}

    /**
     * Lets go those that the act means. One by one, the letter first, so that being cut off says some twice and none wrongly.
     *
     * @return the feeds they came from
     */
    Set<String> letGo(ReleaseQuarantine order) {
        Set<String> feeds = new HashSet<>();
        for (List<Question> next = next(order); !next.isEmpty(); next = next(order)) {
            for (Question question : next) {
                Instant now = clock.instant();
                letters.send(Topic.KILLMAIL_INGESTED_DLT, letter(question, order.actId(), now));
                leave(question, order.actId(), now);
                feeds.add(question.feed());
            }
        }
        return feeds;
    }

    /** How many the act has let go. */
    long letGoBy(String actId) {
        return jdbc.sql("select count(*) from quarantine where judged_by = ? and code = 'ESI_REFUSED'")
                .param(actId)
                .query(Long.class)
                .single();
    }

    private List<Question> next(ReleaseQuarantine order) {
        return jdbc.sql("""
                select source, position, killmail_id, payload from quarantine
                where released_at is null and code = 'ESI_REFUSED' and code = coalesce(:code::text, code)
                  and source = coalesce(:source::text, source) and position = coalesce(:position::bigint, position)
                order by source, position limit :most\
                """)
                .param("code", order.code())
                .param("source", order.source())
                .param("position", order.position())
                .param("most", AT_ONCE)
                .query((row, _) -> new Question(
                        row.getString("source"),
                        row.getLong("position"),
                        row.getObject("killmail_id", Long.class),
                        row.getString("payload")))
                .list();
    }

    private void leave(Question question, String actId, Instant now) {
        jdbc.sql("update quarantine set released_at = ?, judged_by = ? where source = ? and position = ?")
                .params(now.atOffset(ZoneOffset.UTC), actId, question.feed(), question.number())
                .update();
    }

    private static DeadLetter letter(Question question, String actId, Instant now) {
        return new DeadLetter(
                "ingestion",
                question.feed(),
                Long.toString(question.number()),
                question.killmailId(),
                DeadLetter.RELEASED,
                "Act " + actId + " has it asked for again when its day is compared",
                question.text(),
                now);
    }
}
