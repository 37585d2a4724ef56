package io.battlescope.view.access;

import io.battlescope.api.access.Role;
import java.time.Instant;

/**
 * A key as the gateway needs it.
 *
 * @param secretHash SHA-256 of the secret, hexadecimal
 * @param expiresAt {@code null} for never
 * @param revokedAt {@code null} while it is not
 * @param changedAt when it became what it is
 */
public record ApiKey(
        String keyId,
        String name,
        Role role,
        String secretHash,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        String revokedBy,
        Instant revokedAt,
        Instant changedAt) {}
