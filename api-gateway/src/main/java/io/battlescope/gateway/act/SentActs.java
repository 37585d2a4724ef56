package io.battlescope.gateway.act;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.battlescope.view.act.ActView;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Remembers for a while what this gateway has handed over, for the read model hears of it a moment later. */
@Component
class SentActs {

    private static final int MAX_ACTS = 10_000;

    private final Cache<String, Sent> acts = Caffeine.newBuilder()
            .maximumSize(MAX_ACTS)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    /** Of several under one id the first is the one that is carried out. */
    void remember(ActView pending, String digest) {
        acts.asMap().putIfAbsent(pending.actId(), new Sent(pending, digest));
    }

    Optional<ActView> find(String actId) {
        return sent(actId).map(Sent::pending);
    }

    Optional<String> digestOf(String actId) {
        return sent(actId).map(Sent::digest);
    }

    private Optional<Sent> sent(String actId) {
        return Optional.ofNullable(acts.getIfPresent(actId));
    }

    private record Sent(ActView pending, String digest) {}
}
