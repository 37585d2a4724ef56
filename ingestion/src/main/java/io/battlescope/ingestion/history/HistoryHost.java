package io.battlescope.ingestion.history;

import io.battlescope.ingestion.feed.FeedException;
import java.io.InputStream;
import java.util.Optional;

/** The host of zKillboard's history, which is that of the live feed: its rate and its bans are shared. */
@FunctionalInterface
public interface HistoryHost {

    /** The file; empty when it is not there. The caller closes it. */
    Optional<InputStream> open(String path) throws FeedException, InterruptedException;
}
