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

    private final FeedChoice feed;
    private final KillmailSource source;
    private final Throughput throughput = new Throughput();

    /** Until the database has told, no number is better than a wrong one. */
    private boolean knowsTotals;

    private long accepted;
    private long revalued;
    private long duplicates;
    private final Map<String, Long> refused = new TreeMap<>();
    private final Map<String, Long> quarantined = new TreeMap<>();
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
        refused.clear();
        refused.putAll(totals.refused());
        quarantined.clear();
        quarantined.putAll(totals.quarantined());
    }

    synchronized void taken(Batch batch) {
        position = batch.before().number();
        inHandSince = batch.isNothing() ? 0 : System.nanoTime();
    }

    synchronized void settled(Batch batch, Settled settled) {
        accepted += settled.accepted();
        revalued += settled.revalued();
        duplicates += settled.duplicates();
        settled.refused().forEach((code, change) -> refused.merge(code.name(), change, Long::sum));
        settled.quarantined().forEach((code, count) -> quarantined.merge(code.name(), count, Long::sum));
        throughput.add(settled.accepted() + settled.revalued());
        done(batch);
    }

    synchronized void done(Batch batch) {
        position = batch.after().number();
        inHandSince = 0;
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
        byReason("refused", refused, counters);
        byReason("quarantined", quarantined, counters);
    }

    private static void byReason(String name, Map<String, Long> counts, Map<String, Long> counters) {
        counters.put(name, counts.values().stream().mapToLong(Long::longValue).sum());
        counts.forEach((code, count) -> counters.put(name + "." + code, count));
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
