package io.battlescope.ingestion.pump;

import io.battlescope.ingestion.feed.Batch;
import io.battlescope.ingestion.store.SetAside;
import java.util.List;

/** The way in for killmails that come beside the live feed. */
public interface Intake {

    /**
     * Deals with a batch like with one of the live feed, and returns when it is booked.
     *
     * @param source short name for provenance
     * @param aside what is to be set aside without being looked at
     */
    void take(String source, Batch batch, List<SetAside> aside) throws InterruptedException;

    /** Whether a batch of the live feed has been waiting for broker and database for longer than it should. */
    boolean isLiveBehind();
}
