package io.battlescope.ingestion.backfill;

import io.battlescope.ingestion.feed.FeedState;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What history's thread is at, for people. */
@Component
class HistoryMonitor {

    private static final FeedState IDLE = new FeedState("idle", "");

    private FeedState state = IDLE;
    private final Map<String, String> troubles = new HashMap<>();
    private long openJobs;
    private long missing;

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

    synchronized void figures(long jobs, long missingInWindow) {
        openJobs = jobs;
        missing = missingInWindow;
    }

    synchronized Map<String, Long> counters() {
        return Map.of("history.openJobs", openJobs, "history.missing", missing);
    }

    synchronized Map<String, String> notes() {
        Map<String, String> notes = new HashMap<>();
        notes.put("historyState", state.name());
        if (!state.detail().isEmpty()) {
            notes.put("historyDetail", state.detail());
        }
        troubles.forEach((part, trouble) -> notes.put("historyTrouble." + part, trouble));
        return notes;
    }
}
