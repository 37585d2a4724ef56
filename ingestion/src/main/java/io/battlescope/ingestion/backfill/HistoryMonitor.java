package io.battlescope.ingestion.backfill;

import io.battlescope.ingestion.feed.FeedChoice;
import io.battlescope.ingestion.feed.FeedState;
import io.battlescope.kit.status.ServiceReport;
import io.battlescope.kit.status.StatusSource;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What history's thread is at, for people. */
@Component
class HistoryMonitor implements StatusSource {

    private static final FeedState IDLE = new FeedState("idle", "");

    private FeedState state = IDLE;
    private final Map<String, String> troubles = new HashMap<>();
    private final FeedChoice feed;
    private boolean known;
    private long openJobs;
    private long missing;

    HistoryMonitor(FeedChoice feed) {
        this.feed = feed;
    }

    synchronized void working(String detail) {
        state = new FeedState("running", detail);
    }

    synchronized void waiting(String name, String detail) {
        state = new FeedState(name, detail);
    }

    synchronized void idle() {
        state = IDLE;
    }

    /** What part of the work waits for; {@code null} when it does not wait any more. */
    synchronized void trouble(String part, String trouble) {
        if (trouble == null) {
            troubles.remove(part);
        } else {
            troubles.put(part, trouble);
        }
    }

    /**
     * What the database says.
     *
     * @param missingInWindow killmails of the days that are compared each night
     */
    synchronized void figures(long jobs, long missingInWindow) {
        known = true;
        openJobs = jobs;
        missing = missingInWindow;
    }

    @Override
    public synchronized ServiceReport report() {
        Map<String, Long> counters = feed.hasHistory() && known
                ? Map.of("history.openJobs", openJobs, "history.missing", missing)
                : Map.of();
        return new ServiceReport(counters, feed.hasHistory() ? notes() : Map.of());
    }

    private Map<String, String> notes() {
        Map<String, String> notes = new HashMap<>();
        notes.put("historyState", state.name());
        if (!state.detail().isEmpty()) {
            notes.put("historyDetail", state.detail());
        }
        troubles.forEach((part, trouble) -> notes.put("historyTrouble." + part, trouble));
        return notes;
    }
}
