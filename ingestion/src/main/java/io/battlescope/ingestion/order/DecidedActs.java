package io.battlescope.ingestion.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.json.MessageJson;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Which acts were decided, and what came of them. */
@Repository
class DecidedActs {

    private final JdbcTemplate jdbc;

    DecidedActs(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ActOutcome> find(String actId) {
        List<String> found = jdbc.queryForList(
                "select outcome from feed_act where act_id = ? and outcome is not null", String.class, actId);
        return found.stream().findFirst().map(DecidedActs::read);
    }

    /** Whether the act is this transaction's to decide; waits for another that is about to. */
    boolean claim(String actId, Instant now) {
        return jdbc.update(
                        "insert into feed_act (act_id, decided_at) values (?, ?) on conflict do nothing",
                        actId,
                        Timestamp.from(now))
                == 1;
    }

    void remember(ActOutcome outcome) {
        jdbc.update("update feed_act set outcome = ? where act_id = ?", json(outcome), outcome.actId());
    }

    private static String json(ActOutcome outcome) {
        try {
            return MessageJson.mapper().writeValueAsString(outcome);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An outcome holds text and numbers only", e);
        }
    }

    private static ActOutcome read(String json) {
        try {
            return MessageJson.mapper().readValue(json, ActOutcome.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored outcome cannot be read: " + e.getMessage(), e);
        }
    }
}
