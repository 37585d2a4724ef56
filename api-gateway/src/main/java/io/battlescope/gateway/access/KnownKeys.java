package io.battlescope.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.battlescope.gateway.admin.Caller;
import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.gateway.problem.QueryDbFailure;
import io.battlescope.gateway.query.Asker;
import io.battlescope.view.access.ApiKey;
import io.battlescope.view.access.FindApiKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * API keys as the Query DB knows them, asked anew after two seconds: that long a revoked key can go on. While the database is away, keys
 * that were good when it was last there go on for an hour; of others nobody can tell.
 */
@Component
public final class KnownKeys {

    private static final Logger log = LoggerFactory.getLogger(KnownKeys.class);
    private static final Pattern FORM = Pattern.compile("bsk_([a-z0-9]{12})_([A-Za-z0-9_-]{43})");
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final Duration GRACE = Duration.ofHours(1);
    private static final int MAX_KEYS = 10_000;

    private final Function<FindApiKey, Optional<ApiKey>> asker;
    private final InstantSource clock;
    private final Cache<String, Known> known =
            Caffeine.newBuilder().maximumSize(MAX_KEYS).build();

    @Autowired
    KnownKeys(Asker asker) {
        this(asker::ask, InstantSource.system());
    }

    KnownKeys(Function<FindApiKey, Optional<ApiKey>> asker, InstantSource clock) {
        this.asker = asker;
        this.clock = clock;
    }

    /** A token of a key, as it is shown. */
    public static String token(String keyId, String secret) {
        return "bsk_" + keyId + "_" + secret;
    }

    /** What the Query DB will say of a key in a moment: this gateway has just made it or revoked it. */
    public void foresee(ApiKey key) {
        Instant now = clock.instant();
        known.put(key.keyId(), new Known(key, now, now, true));
    }

    /** Empty for what is no key at all. */
    Optional<Caller> recognise(String token) {
        Matcher matcher = FORM.matcher(token);
        return matcher.matches() ? Optional.of(check(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    private Caller check(String keyId, String secret) {
        ApiKey key = find(keyId)
                .filter(found -> Digest.equal(found.secretHash(), Digest.of(secret)))
                .orElseThrow(() -> refusal("This key is not known here; one that was just made can take a moment."));
        if (key.revokedAt() != null) {
            throw refusal("The key " + key.name() + " was revoked.");
        }
        if (key.expiresAt() != null && !key.expiresAt().isAfter(clock.instant())) {
            throw refusal("The key " + key.name() + " expired at " + key.expiresAt() + ".");
        }
        return new Caller(key.name(), key.role());
    }

    private static LoginRefusedException refusal(String detail) {
        return new LoginRefusedException(ProblemCode.UNAUTHORIZED, detail);
    }

    private Optional<ApiKey> find(String keyId) {
        Known last = known.getIfPresent(keyId);
        Instant now = clock.instant();
        if (last != null && now.isBefore(last.askedAt().plus(FRESH))) {
            return Optional.of(last.key());
        }
        try {
            return learn(keyId, last, asker.apply(new FindApiKey(keyId)), now);
        } catch (RuntimeException e) {
            ProblemCode code = QueryDbFailure.of(e).orElseThrow(() -> e);
            return Optional.of(inGrace(last, now, code));
        }
    }

    private Optional<ApiKey> learn(String keyId, Known last, Optional<ApiKey> asked, Instant now) {
        if (last != null && last.isAheadOf(asked, now)) {
            return Optional.of(last.key());
        }
        asked.ifPresentOrElse(key -> known.put(keyId, new Known(key, now, now, false)), () -> known.invalidate(keyId));
        return asked;
    }

    private ApiKey inGrace(Known last, Instant now, ProblemCode code) {
        if (last == null || now.isAfter(last.toldAt().plus(GRACE))) {
            throw new LoginRefusedException(
                    code, "Whether this key is good cannot be told just now: the database is away. Try again soon.");
        }
        log.warn(
                "{}: the key {} goes on as it was known at {}", code, last.key().name(), last.toldAt());
        known.put(last.key().keyId(), last.askedInVain(now));
        return last.key();
    }

    /**
     * A key, and since when it is known.
     *
     * @param toldAt when the database last said so
     * @param askedAt when it was last asked, in vain or not
     * @param foreseen whether the database may not have heard of it yet
     */
    private record Known(ApiKey key, Instant toldAt, Instant askedAt, boolean foreseen) {

        boolean isAheadOf(Optional<ApiKey> asked, Instant now) {
            return foreseen
                    && now.isBefore(toldAt.plus(GRACE))
                    && asked.map(told -> told.changedAt().isBefore(key.changedAt()))
                            .orElse(true);
        }

        Known askedInVain(Instant now) {
            return new Known(key, toldAt, now, foreseen);
        }
    }
}
