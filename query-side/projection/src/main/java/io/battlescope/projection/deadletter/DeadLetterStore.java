package io.battlescope.projection.deadletter;

import io.battlescope.api.topic.DeadLetter;
import io.battlescope.projection.sql.Upsert;
import java.util.Collection;
import java.util.LinkedHashMap;
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
                    set code = excluded.code, detail = excluded.detail, occurred_at = excluded.occurred_at
                    where dead_letter.occurred_at < excluded.occurred_at and dead_letter.code <> excluded.code
                    """);

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

    /** Letters hold whatever was received; PostgreSQL's text cannot hold a NUL. */
    private static Function<DeadLetter, String> text(Function<DeadLetter, String> part) {
        return letter -> {
            String value = part.apply(letter);
            return value == null ? null : value.replace("\0", "");
        };
    }
}
