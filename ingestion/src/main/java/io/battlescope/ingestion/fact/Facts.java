package io.battlescope.ingestion.fact;

import io.battlescope.api.feed.FeedFact;

/** Where facts are told. */
@FunctionalInterface
public interface Facts {

    /** Writes the fact down in the transaction at hand; the broker gets it after the commit, at least once. */
    void tell(FeedFact fact);
}
