package io.battlescope.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.battlescope.api.access.Role;
import io.battlescope.gateway.admin.Caller;
import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.view.access.ApiKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class KnownKeysTest {

    private Instant now = Instant.parse("2026-11-01T12:00:00Z");
    private boolean away;
    private int asked;
    private final Map<String, ApiKey> database = new HashMap<>();
    private final KnownKeys keys = new KnownKeys(
            question -> {
                asked++;
                if (away) {
                    throw new DataAccessResourceFailureException("away");
                }
                return Optional.ofNullable(database.get(question.keyId()));
            },
            () -> now);

    private final NewKey made = NewKey.make("watch", Role.OPERATOR, now.plus(Duration.ofDays(1)), "alice", now);

    @Test
    void aKeyIsAskedForOnceInTwoSeconds() {
        database.put(made.key().keyId(), made.key());

        assertThat(keys.recognise(made.token())).contains(new Caller("watch", Role.OPERATOR));
        keys.recognise(made.token());
        assertThat(asked).isOne();
        pass(Duration.ofSeconds(2));
        keys.recognise(made.token());
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void whatIsNoKeyIsLeftToOthers() {
        assertThat(keys.recognise("correct horse")).isEmpty();
        assertThat(keys.recognise("bsk_short_x")).isEmpty();
        assertThat(asked).isZero();
    }

    @Test
    void anUnknownKeyAndAWrongSecretAreRefusedInTheSameWords() {
        assertRefused(made.token(), ProblemCode.UNAUTHORIZED, "not known");
        database.put(made.key().keyId(), made.key());
        String other = NewKey.make("x", Role.ADMIN, null, "alice", now).token();
        String wrong = made.token().substring(0, 17) + other.substring(17);

        assertRefused(wrong, ProblemCode.UNAUTHORIZED, "not known");
    }

    @Test
    void aKeyThatWasRevokedElsewhereIsRefusedAfterTwoSecondsAtMost() {
        database.put(made.key().keyId(), made.key());
        keys.recognise(made.token());
        database.put(made.key().keyId(), NewKey.revoked(made.key(), "alice", now));
        pass(Duration.ofSeconds(2));

        assertRefused(made.token(), ProblemCode.UNAUTHORIZED, "watch was revoked");
    }

    @Test
    void anExpiredKeyIsRefusedThoughItIsKnown() {
        keys.foresee(made.key());
        pass(Duration.ofDays(1));
        database.put(made.key().keyId(), made.key());

        assertRefused(made.token(), ProblemCode.UNAUTHORIZED, "expired at 2026-11-02T12:00:00Z");
    }

    @Test
    void whatThisGatewayMadeOrRevokedHoldsBeforeTheDatabaseHasHeardOfIt() {
        keys.foresee(made.key());
        pass(Duration.ofSeconds(3));
        assertThat(keys.recognise(made.token())).isPresent();
        database.put(made.key().keyId(), made.key());
        keys.foresee(NewKey.revoked(made.key(), "alice", now.minusSeconds(60)));
        pass(Duration.ofSeconds(3));

        assertRefused(made.token(), ProblemCode.UNAUTHORIZED, "revoked");
    }

    @Test
    void whileTheDatabaseIsAwayKnownKeysGoOnForAnHourAndOthersAreToldWhy() {
        database.put(made.key().keyId(), made.key());
        keys.recognise(made.token());
        away = true;

        for (int minute = 0; minute < 59; minute++) {
            pass(Duration.ofMinutes(1));
            assertThat(keys.recognise(made.token())).isPresent();
        }
        assertRefused(
                NewKey.make("x", Role.ADMIN, null, "alice", now).token(),
                ProblemCode.QUERY_DB_UNAVAILABLE,
                "the database is away");
        pass(Duration.ofMinutes(2));
        assertRefused(made.token(), ProblemCode.QUERY_DB_UNAVAILABLE, "the database is away");
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private void assertRefused(String token, ProblemCode code, String reason) {
        assertThatThrownBy(() -> keys.recognise(token))
                .isInstanceOfSatisfying(
                        LoginRefusedException.class,
                        refusal -> assertThat(refusal.problem().code()).isEqualTo(code))
                .hasMessageContaining(reason);
    }
}
