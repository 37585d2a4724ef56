package io.battlescope.api.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * An API key as it is from now on; value of the compacted topic {@code access.keys}, keyed by {@code keyId}. The secret itself is nowhere:
 * it is shown once, to whoever had the key made.
 *
 * @param secretHash SHA-256 of the secret, hexadecimal; secrets are random and long, so that no slow hash is needed
 * @param expiresAt {@code null} for never
 * @param revokedAt {@code null} while it is good
 * @param changedAt our clock, UTC; of two states the later counts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ApiKeyChanged(
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
