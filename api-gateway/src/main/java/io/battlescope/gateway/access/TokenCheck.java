package io.battlescope.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.battlescope.api.access.Role;
import io.battlescope.gateway.admin.Caller;
import io.battlescope.gateway.problem.ProblemCode;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Says whose token it is. After too many wrong ones from an address no other is looked at from there, not even a right one, or guessing
 * would go on; but whoever has shown a right one from there lately goes on, so that one broken script does not shut out everybody behind
 * the same proxy.
 */
@Component
final class TokenCheck implements AuthenticationManager {

    /** Whoever knows the gateway's secret and does not say who it is. */
    static final String NOBODY_IN_PARTICULAR = "admin";

    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int MAX_REMEMBERED = 10_000;

    private final SharedSecrets secrets;
    private final KnownKeys keys;
    private final Optional<ProviderTokens> provider;
    private final FailedLogins failures;
    /** Digests of address and token. */
    private final Cache<String, Boolean> lately = Caffeine.newBuilder()
            .maximumSize(MAX_REMEMBERED)
            .expireAfterWrite(REMEMBERED)
            .build();

    TokenCheck(SharedSecrets secrets, KnownKeys keys, AccessProperties properties, FailedLogins failures) {
        this.secrets = secrets;
        this.keys = keys;
        this.provider = ProviderTokens.of(properties);
        this.failures = failures;
    }

    /** Whether anybody can be told apart who has no key yet. */
    boolean isOpen() {
        return secrets.any() || provider.isPresent();
    }

    @Override
    public Authentication authenticate(Authentication shown) {
        String token = ((BearerTokenAuthenticationToken) shown).getToken();
        String address = (String) shown.getDetails();
        String pair = Digest.of(address + " " + token);
        if (lately.getIfPresent(pair) == null) {
            failures.refuseIfTooMany(address);
        }
        try {
            Recognised recognised = recognise(token);
            lately.put(pair, true);
            return recognised;
        } catch (LoginRefusedException e) {
            if (e.isGuess()) {
                lately.invalidate(pair);
                failures.count(address);
            }
            throw e;
        }
    }

    private Recognised recognise(String token) {
        if (secrets.isOne(token)) {
            return new Recognised(new Caller(NOBODY_IN_PARTICULAR, Role.ADMIN), true);
        }
        Caller caller = keys.recognise(token)
                .or(() -> provider.map(tokens -> tokens.recognise(token)))
                .orElseThrow(this::unknown);
        return new Recognised(caller, false);
    }

    /** What to say to those who show nothing, or nothing that can be a token of ours. */
    LoginRefusedException unknown() {
        return isOpen()
                ? new LoginRefusedException(
                        ProblemCode.UNAUTHORIZED, "Send a token that is good here as Authorization: Bearer <token>.")
                : new LoginRefusedException(
                        ProblemCode.ADMIN_CLOSED,
                        "Nobody can be told apart as an admin here: set BATTLESCOPE_ADMIN_TOKEN to a secret of your choice and"
                                + " start the gateway anew.");
    }
}
