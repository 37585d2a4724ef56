package io.battlescope.ingestion.order;

import io.battlescope.api.feed.FeedOrder;
import java.util.Map;

/** Carries out one kind of order; a bean of this type is found by the kind it names. */
public interface OrderHandler<O extends FeedOrder> {

    Class<O> kind();

    /**
     * Work that takes long, or talks to others, before the decision and outside of its transaction. It may be cut off anywhere and
     * done again, also by two instances at once.
     *
     * @return what it came to, for the decision
     */
    default Map<String, Long> prepare(O order) throws InterruptedException {
        return Map.of();
    }

    /** Called once per act, in a transaction that also remembers the decision: what it writes is there if, and only if, it is told. */
    Decision decide(O order, Map<String, Long> prepared);
}
