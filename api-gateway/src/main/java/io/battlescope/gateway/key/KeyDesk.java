package io.battlescope.gateway.key;

import io.battlescope.api.access.ApiKeyChanged;
import io.battlescope.api.access.Role;
import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.battle.ActStatus;
import io.battlescope.gateway.access.KnownKeys;
import io.battlescope.gateway.admin.Caller;
import io.battlescope.gateway.broker.BrokerUnavailableException;
import io.battlescope.gateway.broker.OrderTopic;
import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.gateway.problem.ProblemException;
import io.battlescope.view.access.ApiKey;
import io.battlescope.view.name.JsonNames;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes keys down, each together with its entry in the audit, and answers for them only once Kafka has both. */
@Component
class KeyDesk {

    private static final Logger log = LoggerFactory.getLogger(KeyDesk.class);

    private final OrderTopic topic;
    private final KnownKeys known;

    KeyDesk(OrderTopic topic, KnownKeys known) {
        this.topic = topic;
        this.known = known;
    }

    void create(ApiKey key, Caller by, String reason) {
        Map<String, String> after = new TreeMap<>(Map.of("name", key.name(), "role", JsonNames.of(key.role())));
        if (key.expiresAt() != null) {
            after.put("expiresAt", key.expiresAt().toString());
        }
        write(key, outcome("access.key.create", key, by, reason, Map.of(), after));
    }

    /**
     * Tells the audit once more of a key that is revoked already: its record and its entry go to two topics, and the entry may not have got
     * through. Where it has, it stays as it is.
     */
    void retell(ApiKey revoked, Caller by, String reason) {
        boolean same = by.name().equals(revoked.revokedBy());
        revoke(
                revoked,
                same ? by : new Caller(revoked.revokedBy(), null),
                same ? reason : "Asked for once more by " + by.name() + ": " + reason);
    }

    void revoke(ApiKey key, Caller by, String reason) {
        Map<String, String> before = Map.of("name", key.name(), "role", JsonNames.of(key.role()));
        write(
                key,
                outcome(
                        "access.key.revoke",
                        key,
                        by,
                        reason,
                        before,
                        Map.of("revokedAt", key.revokedAt().toString())));
    }

    private void write(ApiKey key, ActOutcome outcome) {
        try {
            topic.send(changed(key), outcome);
        } catch (BrokerUnavailableException e) {
            log.warn(
                    "{} of key {} could not be written down: {}",
                    outcome.what(),
                    key.keyId(),
                    String.valueOf(e.getCause()));
            throw new ProblemException(
                    ProblemCode.BROKER_UNAVAILABLE,
                    "Kafka did not take it in time, so it may or may not hold. Look at the list of keys in a moment: a key whose"
                            + " token you were not shown is of no use to anybody, and can be revoked.");
        }
        known.foresee(key);
        log.info("{} {} key {} ({})", outcome.actor(), outcome.what(), key.keyId(), key.name());
    }

    private static ActOutcome outcome(
            String what, ApiKey key, Caller by, String reason, Map<String, String> before, Map<String, String> after) {
        Instant at = key.changedAt();
        Role role = by.role();
        return new ActOutcome(
                // told twice it is one entry: with its time, this is what the audit knows it by
                what + ":" + key.keyId(),
                0,
                1,
                what,
                key.keyId(),
                by.name(),
                reason.strip(),
                at,
                at,
                ActStatus.DONE,
                null,
                null,
                Map.of(),
                before,
                after,
                role);
    }

    private static ApiKeyChanged changed(ApiKey key) {
        return new ApiKeyChanged(
                key.keyId(),
                key.name(),
                key.role(),
                key.secretHash(),
                key.createdBy(),
                key.createdAt(),
                key.expiresAt(),
                key.revokedBy(),
                key.revokedAt(),
                key.changedAt());
    }
}
