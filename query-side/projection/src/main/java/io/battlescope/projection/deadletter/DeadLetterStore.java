package io.battlescope.projection.deadletter;

import io.battlescope.api.topic.DeadLetter;
import io.battlescope.projection.sql.Upsert;
import java.util.Collection;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class DeadLetterStore {

    /** Stage, source and position identify a letter, so that reading a topic again changes nothing. */
    private static final Upsert<DeadLetter> LETTERS = Upsert.<DeadLetter>into("dead_letter")
            .column("stage", "text", text(DeadLetter::stage))
            .column("source", "text", text(DeadLetter::source))
            .column("position", "text", text(DeadLetter::position))
            .column("killmail_id", "int8", DeadLetter::killmailId)
            .column("code", "text", text(DeadLetter::code))
            .column("detail", "text", text(DeadLetter::detail))
            .column("payload", "text", text(DeadLetter::payload))
            .column("occurred_at", "timestamptz", DeadLetter::occurredAt)
            .onConflict("(stage, source, position) do nothing");

    private final JdbcTemplate jdbc;

    DeadLetterStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(Collection<DeadLetter> letters) {
        LETTERS.write(jdbc, letters);
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
