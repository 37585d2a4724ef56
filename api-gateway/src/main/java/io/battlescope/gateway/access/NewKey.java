package io.battlescope.gateway.access;

import io.battlescope.api.access.Role;
import io.battlescope.view.access.ApiKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/**
 * A key that was just made.
 *
 * @param token what its holder shows; nobody else ever has it
 */
public record NewKey(ApiKey key, String token) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ID_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int ID_LENGTH = 12;
    private static final int SECRET_BYTES = 32;

    /** @param expiresAt {@code null} for never */
    public static NewKey make(String name, Role role, Instant expiresAt, String by, Instant now) {
        String id = RANDOM.ints(ID_LENGTH, 0, ID_CHARACTERS.length())
                .mapToObj(index -> ID_CHARACTERS.substring(index, index + 1))
                .reduce("", String::concat);
        byte[] random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        ApiKey key = new ApiKey(id, name, role, Digest.of(secret), by, now, expiresAt, null, null, now);
        return new NewKey(key, KnownKeys.token(id, secret));
    }

    /** The change is later than any before, whatever the clocks of two gateways say: what is revoked stays revoked. */
    public static ApiKey revoked(ApiKey key, String by, Instant now) {
        Instant changedAt = now.isAfter(key.changedAt()) ? now : key.changedAt().plusMillis(1);
        return new ApiKey(
                key.keyId(),
                key.name(),
                key.role(),
                key.secretHash(),
                key.createdBy(),
                key.createdAt(),
                key.expiresAt(),
                by,
                now,
                changedAt);
    }

    /** A secret stays out of logs. */
    @Override
    public String toString() {
        return "NewKey[" + key.keyId() + "]";
    }
}
