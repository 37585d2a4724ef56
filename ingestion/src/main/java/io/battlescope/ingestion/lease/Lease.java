package io.battlescope.ingestion.lease;

/** The right to follow feeds, held by one instance at a time. */
public interface Lease {

    /** Whether this instance may work now; asked before each step that another instance must not do as well. */
    boolean isHeld();

    /** Waits until this instance holds the lease, or has been interrupted. */
    void awaitHeld() throws InterruptedException;
}
