package io.battlescope.projection.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.access.ApiKeyChanged;
import io.battlescope.api.access.Role;
import io.battlescope.projection.fixture.Mails;
import io.battlescope.projection.fixture.QueryDb;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccessKeysIT {

    private static QueryDb db;
    private static AccessKeys keys;

    @BeforeAll
    static void migrate() {
        db = QueryDb.migrated();
        keys = new AccessKeys(new ApiKeyStore(db.jdbc()));
    }

    @Test
    void what_was_revoked_stays_revoked_in_whatever_order_and_however_often_it_is_heard() {
        ApiKeyChanged made = key("early", null, Mails.NOON);
        ApiKeyChanged revoked = key("early", Mails.NOON.plusSeconds(1), Mails.NOON.plusSeconds(1));

        handle(made);
        assertThat(db.count("api_key where key_id = 'early' and revoked_at is null and role = 'operator'"))
                .isOne();
        handle(revoked, made);
        handle(made);
        handle(revoked);

        assertThat(db.count("api_key where key_id = 'early' and revoked_by = 'bob'"))
                .isOne();
    }

    private static void handle(ApiKeyChanged... changes) {
        db.inTransaction(() -> keys.apply(
                List.of(changes).stream().map(GenericEventMessage::new).toList()));
    }

    private static ApiKeyChanged key(String keyId, Instant revokedAt, Instant changedAt) {
        return new ApiKeyChanged(
                keyId,
                "watch",
                Role.OPERATOR,
                "hash",
                "alice",
                Mails.NOON,
                Mails.NOON.plusSeconds(9),
                revokedAt == null ? null : "bob",
                revokedAt,
                changedAt);
    }
}
