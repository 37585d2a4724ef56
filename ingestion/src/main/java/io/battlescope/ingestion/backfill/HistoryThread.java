package io.battlescope.ingestion.backfill;

import io.battlescope.ingestion.feed.FeedChoice;
import io.battlescope.ingestion.lease.Lease;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The one thread that fetches from history, beside the live feed's, until the service stops. A recording has no history. */
@Component
class HistoryThread implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(HistoryThread.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final FeedChoice feed;
    private final Lease lease;
    private final Nightly nightly;
    private final GapFilling gaps;
    private final Figures figures;
    private final JobWork jobs;
    private final Gate gate;
    private final HistoryMonitor monitor;
    private int failures;
    private volatile boolean stopping;
    private Thread thread;

    HistoryThread(
            FeedChoice feed,
            Lease lease,
            Nightly nightly,
            GapFilling gaps,
            Figures figures,
            JobWork jobs,
            Gate gate,
            HistoryMonitor monitor) {
        this.feed = feed;
        this.lease = lease;
        this.nightly = nightly;
        this.gaps = gaps;
        this.figures = figures;
        this.jobs = jobs;
        this.gate = gate;
        this.monitor = monitor;
    }

    @Override
    public boolean isAutoStartup() {
        return feed.hasHistory();
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofPlatform().name("history").start(this::run);
    }

    @Override
    public synchronized void stop() {
        stopping = true;
        try {
            gate.shut(GRACE);
            thread.interrupt();
            thread.join(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try {
            while (!stopping) {
                lease.awaitHeld();
                if (!turn()) {
                    monitor.idle();
                    TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
                }
            }
        } catch (InterruptedException e) {
            log.info("Stopped fetching from history");
        } catch (Error e) {
            // a process that looks alive and fetches nothing would be worse than one that says so
            monitor.waiting("failed", e.toString());
            throw e;
        }
    }

    /** Whether there was anything to do. */
    private boolean turn() throws InterruptedException {
        try {
            nightly.runIfDue();
            gaps.runIfDue();
            figures.refreshIfDue();
            boolean worked = jobs.step();
            monitor.trouble("thread", null);
            failures = 0;
            return worked;
        } catch (RuntimeException e) {
            failed(e);
            return true;
        }
    }

    /** Whatever it was, the database knows how far each job is. */
    private void failed(RuntimeException e) throws InterruptedException {
        failures++;
        if (failures == 1) {
            log.warn("Going on with history from what the database knows", e);
        }
        monitor.trouble("thread", String.valueOf(e.getMessage()));
        TimeUnit.MILLISECONDS.sleep(Waits.after(failures).toMillis());
    }
}
