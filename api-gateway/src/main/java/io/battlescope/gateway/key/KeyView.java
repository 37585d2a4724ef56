package io.battlescope.gateway.key;

import io.battlescope.api.access.Role;
import io.battlescope.view.access.ApiKey;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A key, without what only its holder knows. */
record KeyView(
        String keyId,
        String name,
        Role role,
        String createdBy,
        Instant createdAt,

        @Schema(description = "null for never") Instant expiresAt,

        @Schema(description = "null while it was not") String revokedBy,

        @Schema(description = "null while it was not; refused within seconds after")
        Instant revokedAt) {

    static KeyView of(ApiKey key) {
        return new KeyView(
                key.keyId(),
                key.name(),
                key.role(),
                key.createdBy(),
                key.createdAt(),
                key.expiresAt(),
                key.revokedBy(),
                key.revokedAt());
    }
}
