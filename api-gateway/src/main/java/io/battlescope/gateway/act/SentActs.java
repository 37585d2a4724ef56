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

    private final Cache<String, ActView> acts = Caffeine.newBuilder()
            .maximumSize(MAX_ACTS)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    void remember(ActView pending) {
        acts.put(pending.actId(), pending);
    }

    Optional<ActView> find(String actId) {
        return Optional.ofNullable(acts.getIfPresent(actId));
    }
}
