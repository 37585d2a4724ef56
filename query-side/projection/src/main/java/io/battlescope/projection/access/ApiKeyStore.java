package io.battlescope.projection.access;

import io.battlescope.api.access.ApiKeyChanged;
import io.battlescope.projection.sql.JsonName;
import io.battlescope.projection.sql.Upsert;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Table {@code api_key}. A row gives way to a later change only. */
@Component
class ApiKeyStore {

    private static final Upsert<ApiKeyChanged> KEYS = Upsert.<ApiKeyChanged>into("api_key")
            .column("key_id", "text", ApiKeyChanged::keyId)
            .column("name", "text", ApiKeyChanged::name)
            .column("role", "text", key -> JsonName.of(key.role()))
            .column("secret_hash", "text", ApiKeyChanged::secretHash)
            .column("created_by", "text", ApiKeyChanged::createdBy)
            .column("created_at", "timestamptz", ApiKeyChanged::createdAt)
            .column("expires_at", "timestamptz", ApiKeyChanged::expiresAt)
            .column("revoked_by", "text", ApiKeyChanged::revokedBy)
            .column("revoked_at", "timestamptz", ApiKeyChanged::revokedAt)
            .column("changed_at", "timestamptz", ApiKeyChanged::changedAt)
            .onConflict("""
                    (key_id) do update set
                        (name, role, secret_hash, created_by, created_at, expires_at, revoked_by, revoked_at, changed_at)
                      = (excluded.name, excluded.role, excluded.secret_hash, excluded.created_by, excluded.created_at,
                         excluded.expires_at, excluded.revoked_by, excluded.revoked_at, excluded.changed_at)
                    where excluded.changed_at > api_key.changed_at""");

    private final JdbcTemplate jdbc;

    ApiKeyStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param keys sorted by id */
    void write(Collection<ApiKeyChanged> keys) {
        KEYS.write(jdbc, keys);
    }
}
