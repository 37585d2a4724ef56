package io.battlescope.ingestion.pump;

import io.battlescope.ingestion.feed.Batch;
import io.battlescope.ingestion.feed.FeedChoice;
import io.battlescope.ingestion.feed.FeedState;
import io.battlescope.ingestion.feed.KillmailSource;
import io.battlescope.ingestion.store.Settled;
import io.battlescope.ingestion.store.Totals;
import io.battlescope.kit.status.ServiceReport;
import io.battlescope.kit.status.StatusSource;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** What the pump tells of itself: totals over all feeds since the database is there, the place in this feed, and any trouble. */
@Component
class PumpMonitor implements StatusSource {

    private static final long BEHIND_MILLIS = 1_000;

    private final FeedChoice feed;
    private final KillmailSource source;
    private final Throughput throughput = new Throughput();

    /** Until the database has told, no number is better than a wrong one. */
    private boolean knowsTotals;

    private long accepted;
    private long revalued;
    private long duplicates;
    private final Map<String, Long> quarantined = new TreeMap<>();
    private String live = "";
    private long position;
    private long inHandSince;
    private FeedState trouble;

    PumpMonitor(FeedChoice feed, KillmailSource source) {
        this.feed = feed;
        this.source = source;
    }

    synchronized void startFrom(Totals totals) {
        knowsTotals = true;
        accepted = totals.accepted();
        revalued = totals.revalued();
        duplicates = totals.duplicates();
        quarantined.clear();
        quarantined.putAll(totals.quarantined());
    }

    synchronized void taken(Batch batch) {
        live = batch.feed();
        position = batch.before().number();
        inHandSince = batch.isNothing() ? 0 : System.nanoTime();
    }

    synchronized void settled(Batch batch, Settled settled) {
        accepted += settled.accepted();
        revalued += settled.revalued();
        duplicates += settled.duplicates();
        settled.quarantined().forEach((code, count) -> quarantined.merge(code.name(), count, Long::sum));
        throughput.add(settled.accepted() + settled.revalued());
        done(batch);
    }

    /** What comes beside the live feed has a place of its own. */
    synchronized void done(Batch batch) {
        if (batch.feed().equals(live)) {
            position = batch.after().number();
            inHandSince = 0;
        }
    }

    synchronized boolean isBehind() {
        return lagMillis() > BEHIND_MILLIS;
    }

    synchronized void trouble(FeedState state) {
        trouble = state;
    }

    synchronized void overcame() {
        trouble = null;
    }

    @Override
    public synchronized ServiceReport report() {
        Map<String, Long> counters = new HashMap<>();
        if (knowsTotals) {
            totals(counters);
        }
        counters.put("position", position);
        counters.put("publishedPerSecond", throughput.perSecond());
        counters.put("lagMillis", lagMillis());
        return new ServiceReport(counters, notes());
    }

    private void totals(Map<String, Long> counters) {
        counters.put("accepted", accepted);
        counters.put("revalued", revalued);
        counters.put("duplicates", duplicates);
        counters.put(
                "quarantined",
                quarantined.values().stream().mapToLong(Long::longValue).sum());
        quarantined.forEach((code, count) -> counters.put("quarantined." + code, count));
    }

    /** For how long the batch in hand has been waiting for broker and database. */
    private long lagMillis() {
        return inHandSince == 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - inHandSince);
    }

    private Map<String, String> notes() {
        FeedState state = trouble == null ? source.state() : trouble;
        Map<String, String> notes = new HashMap<>();
        notes.put("feed", feed.text());
        notes.put("feedState", state.name());
        if (!state.detail().isEmpty()) {
            notes.put("feedDetail", state.detail());
        }
        if (trouble != null) {
            notes.put("error", trouble.detail());
        }
        return notes;
    }
}
