package io.battlescope.ingestion.pump;

import io.battlescope.ingestion.feed.Batch;
import io.battlescope.ingestion.feed.FeedChoice;
import io.battlescope.ingestion.feed.FeedState;
import io.battlescope.ingestion.feed.KillmailSource;
import io.battlescope.ingestion.lease.DatabaseLease;
import io.battlescope.ingestion.r2z2.FeedHost;
import io.battlescope.ingestion.store.Settled;
import io.battlescope.ingestion.store.Totals;
import io.battlescope.kit.status.ServiceReport;
import io.battlescope.kit.status.StatusSource;
import java.time.Clock;
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
    private final DatabaseLease lease;
    private final FeedHost host;
    private final Clock clock;
    private final Throughput throughput = new Throughput();

    /** Until the database has told, no number is better than a wrong one. */
    private boolean knowsTotals;

    private long accepted;
    private long revalued;
    private long duplicates;
    private long cameRight;
    private final Map<String, Long> refused = new TreeMap<>();
    private final Map<String, Long> quarantined = new TreeMap<>();
    private String live = "";
    private long position;
    private long inHandSince;
    private boolean standsBy = true;
    private FeedState trouble;

    PumpMonitor(FeedChoice feed, KillmailSource source, DatabaseLease lease, FeedHost host, Clock clock) {
        this.feed = feed;
        this.source = source;
        this.lease = lease;
        this.host = host;
        this.clock = clock;
    }

    /** Another instance counts from here on, so that no number is better than an old one. */
    synchronized void standBy() {
        standsBy = true;
        knowsTotals = false;
        inHandSince = 0;
    }

    synchronized void startFrom(Totals totals) {
        standsBy = false;
        knowsTotals = true;
        accepted = totals.accepted();
        revalued = totals.revalued();
        duplicates = totals.duplicates();
        cameRight = totals.cameRight();
        refused.clear();
        refused.putAll(totals.refused());
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
        cameRight += settled.cameRight();
        settled.refused().forEach((code, change) -> refused.merge(code.name(), change, Long::sum));
        settled.quarantined().forEach((code, change) -> quarantined.merge(code, change, Long::sum));
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
        Map<String, Long> counters = new HashMap<>(source.counters());
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
        counters.put("cameRight", cameRight);
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
        FeedState state = state();
        Map<String, String> notes = new HashMap<>();
        notes.put("feed", feed.text());
        notes.put("feedState", state.name());
        if (!state.detail().isEmpty()) {
            notes.put("feedDetail", state.detail());
        }
        if (trouble != null) {
            notes.put("error", trouble.detail());
        }
        if (!lease.holder().isEmpty()) {
            notes.put("leaseOwner", lease.holder());
        }
        if (clock.instant().isBefore(host.bannedUntil())) {
            notes.put("bannedUntil", host.bannedUntil().toString());
        }
        return notes;
    }

    private FeedState state() {
        if (!standsBy) {
            return trouble == null ? source.state() : trouble;
        }
        if (!lease.trouble().isEmpty()) {
            return new FeedState(Persistence.DATABASE, lease.trouble());
        }
        return lease.holder().isEmpty()
                ? FeedState.STARTING
                : new FeedState("standby", lease.holder() + " is at work; this instance takes over when it ends");
    }
}
