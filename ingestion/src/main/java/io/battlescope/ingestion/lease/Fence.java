package io.battlescope.ingestion.lease;

/** What keeps an instance that slept through its lease from writing what its successor has already dealt with. */
@FunctionalInterface
public interface Fence {

    /**
     * Called in the transaction that writes. Nobody else can take the lease before that ends.
     *
     * @throws LeaseLostException when somebody has
     */
    void check();
}
