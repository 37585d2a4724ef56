package io.battlescope.command.attribution;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.json.MessageJson;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What came of acts that were decided. */
class ActOutcomes {

    private final JdbcClient jdbc;

    ActOutcomes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ActOutcome> find(String actId, int part) {
        return jdbc.sql("select outcome from act_outcome where act_id = ? and part = ?")
                .param(actId)
                .param(part)
                .query(String.class)
                .optional()
                .map(ActOutcomes::outcome);
    }

    void add(ActOutcome outcome) {
        jdbc.sql("insert into act_outcome (act_id, part, outcome) values (?, ?, ?) on conflict do nothing")
                .param(outcome.actId())
                .param(outcome.part())
                .param(json(outcome))
                .update();
    }

    private static String json(ActOutcome outcome) {
        try {
            return MessageJson.mapper().writeValueAsString(outcome);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An outcome holds text and numbers only", e);
        }
    }

    private static ActOutcome outcome(String json) {
        try {
            return MessageJson.mapper().readValue(json, ActOutcome.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored outcome cannot be read by this version", e);
        }
    }
}
