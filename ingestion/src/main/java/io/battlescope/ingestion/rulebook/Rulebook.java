package io.battlescope.ingestion.rulebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.feed.Ruleset;
import io.battlescope.api.feed.RulesetVersion;
import io.battlescope.api.json.MessageJson;
import io.battlescope.ingestion.fact.Facts;
import jakarta.annotation.PostConstruct;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The versions of the ruleset, which are only ever added to. */
@Component
public class Rulebook {

    private final JdbcTemplate jdbc;
    private final Facts facts;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile RulesetVersion last;

    Rulebook(JdbcTemplate jdbc, Facts facts, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The first version is nobody's act. */
    @PostConstruct
    void begin() {
        transaction.executeWithoutResult(status -> {
            lock();
            if (newest() == 0) {
                add(new RulesetVersion(
                        1, Ruleset.DEFAULT, "battlescope", "The default of a new database", null, clock.instant()));
            }
        });
    }

    /** Asks the database which it is, and reads it only when it is another than before. */
    public RulesetVersion inForce() {
        RulesetVersion known = last;
        int newest = newest();
        if (known == null || known.number() != newest) {
            known = read(newest);
            last = known;
        }
        return known;
    }

    /** Held until the transaction ends, so that two acts cannot make one version. */
    void lock() {
        jdbc.execute("lock table ruleset_version in share row exclusive mode");
    }

    void add(RulesetVersion version) {
        jdbc.update(
                """
                insert into ruleset_version (number, ruleset, actor, reason, act_id, adopted_at)
                values (?, ?, ?, ?, ?, ?)
                """,
                version.number(),
                json(version.ruleset()),
                version.actor(),
                version.reason(),
                version.actId(),
                Timestamp.from(version.adoptedAt()));
        facts.tell(version);
    }

    private int newest() {
        List<Integer> newest =
                jdbc.queryForList("select number from ruleset_version order by number desc limit 1", Integer.class);
        return newest.isEmpty() ? 0 : newest.getFirst();
    }

    private RulesetVersion read(int number) {
        return DataAccessUtils.requiredSingleResult(jdbc.query(
                "select number, ruleset, actor, reason, act_id, adopted_at from ruleset_version where number = ?",
                (row, index) -> version(row),
                number));
    }

    private static RulesetVersion version(ResultSet row) throws SQLException {
        return new RulesetVersion(
                row.getInt("number"),
                ruleset(row.getString("ruleset")),
                row.getString("actor"),
                row.getString("reason"),
                row.getString("act_id"),
                row.getTimestamp("adopted_at").toInstant());
    }

    private static Ruleset ruleset(String json) {
        try {
            return MessageJson.mapper().readValue(json, Ruleset.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored ruleset cannot be read: " + e.getMessage(), e);
        }
    }

    private static String json(Ruleset ruleset) {
        try {
            return MessageJson.mapper().writeValueAsString(ruleset);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A ruleset holds plain values only", e);
        }
    }
}
