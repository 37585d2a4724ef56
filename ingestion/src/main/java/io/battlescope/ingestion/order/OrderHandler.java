package io.battlescope.ingestion.order;

import io.battlescope.api.feed.FeedOrder;

/** Carries out one kind of order; a bean of this type is found by the kind it names. */
public interface OrderHandler<O extends FeedOrder> {

    Class<O> kind();

    /** Called once per act, in a transaction that also remembers the decision: what it writes is there if, and only if, it is told. */
    Decision decide(O order);
}
