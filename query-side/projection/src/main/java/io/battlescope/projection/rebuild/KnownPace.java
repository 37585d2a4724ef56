package io.battlescope.projection.rebuild;

import org.springframework.stereotype.Component;

/** How fast a projection handles events that it has never seen. */
@Component
public class KnownPace {

    /** For a projection that was never rebuilt. */
    private static final long ASSUMED = 1000;

    private final RebuildStore store;

    KnownPace(RebuildStore store) {
        this.store = store;
    }

    /** Events a second. */
    public long of(String processor) {
        return store.knownPace(processor).orElse(ASSUMED);
    }
}
