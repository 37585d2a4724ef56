package io.battlescope.ingestion.pump;

import io.battlescope.ingestion.feed.Batch;
import io.battlescope.ingestion.feed.FeedChoice;
import io.battlescope.ingestion.feed.FeedException;
import io.battlescope.ingestion.feed.FeedState;
import io.battlescope.ingestion.feed.KillmailSource;
import io.battlescope.ingestion.lease.Lease;
import io.battlescope.ingestion.lease.LeaseLostException;
import io.battlescope.ingestion.store.FeedMovedException;
import io.battlescope.ingestion.store.Ledger;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The one thread that takes batches from the feed and has them dealt with, while this instance holds the lease. */
@Component
class KillmailPump implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(KillmailPump.class);
    private static final int BATCH = 500;
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final FeedChoice feed;
    private final KillmailSource source;
    private final BatchProcessor processor;
    private final Ledger ledger;
    private final Persistence persistence;
    private final PumpMonitor monitor;
    private final StopSignal stop;
    private final Lease lease;
    private final Backoff backoff = new Backoff(LONGEST_BACKOFF);
    private FeedState said = FeedState.STARTING;
    private boolean inTrouble;
    private Thread thread;
    private volatile boolean processing;

    KillmailPump(
            FeedChoice feed,
            KillmailSource source,
            BatchProcessor processor,
            Ledger ledger,
            Persistence persistence,
            PumpMonitor monitor,
            StopSignal stop,
            Lease lease) {
        this.feed = feed;
        this.source = source;
        this.processor = processor;
        this.ledger = ledger;
        this.persistence = persistence;
        this.monitor = monitor;
        this.stop = stop;
        this.lease = lease;
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofPlatform().name("pump").start(this::run);
    }

    /** Lets the batch in hand be booked, so that an orderly restart sends nothing twice. */
    @Override
    public synchronized void stop() {
        stop.raise();
        try {
            if (!processing) {
                thread.interrupt();
            }
            if (!thread.join(GRACE)) {
                thread.interrupt();
                thread.join(GRACE);
            }
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
        log.info("Reading killmails from {}", feed.text());
        try (source) {
            while (!stop.isRaised()) {
                takeOver();
                while (lease.isHeld() && !stop.isRaised()) {
                    turn();
                }
            }
        } catch (InterruptedException e) {
            log.info("Stopped reading {}", feed.text());
        } catch (IOException e) {
            log.warn("Closing the feed {}: {}", feed.text(), e.toString());
        } catch (Error e) {
            // a process that looks alive and reads nothing would be worse than one that says so
            monitor.trouble(new FeedState("failed", e.toString()));
            throw e;
        }
    }

    /** Whoever was at work before has moved the feed. */
    private void takeOver() throws InterruptedException {
        monitor.standBy();
        lease.awaitHeld();
        countFromTheStored();
        source.rewind();
    }

    private void countFromTheStored() throws InterruptedException {
        monitor.startFrom(persistence.untilDone(Persistence.DATABASE, ledger::totals));
    }

    private void turn() throws InterruptedException {
        try {
            Batch batch = source.next(BATCH);
            if (!batch.feed().isEmpty()) {
                monitor.taken(batch);
            }
            if (!lease.isHeld()) {
                source.rewind();
            } else if (!batch.isNothing()) {
                process(batch);
            }
            allIsWell();
        } catch (FeedException e) {
            sayOnce(e.state());
            stop.pause(e.retryIn().orElseGet(backoff::next));
        } catch (FeedMovedException e) {
            startOver("feed-moved", e);
            // by another instance, or by a backup that was put in the database's place
            countFromTheStored();
        } catch (LeaseLostException e) {
            startOver("standby", e);
        } catch (DataAccessException | TransactionException e) {
            startOver(Persistence.DATABASE, e);
        } catch (RuntimeException e) {
            startOver("failing", e);
        }
    }

    private void process(Batch batch) throws InterruptedException {
        processing = true;
        try {
            processor.process(source.name(), batch);
        } finally {
            processing = false;
        }
    }

    /** Whatever it was, the stored place is still right: read on from there. */
    private void startOver(String state, RuntimeException e) throws InterruptedException {
        if (sayOnce(new FeedState(state, String.valueOf(e.getMessage())))) {
            log.warn("Reading on from the stored place", e);
        }
        source.rewind();
        stop.pause(backoff.next());
    }

    private void allIsWell() {
        if (inTrouble) {
            inTrouble = false;
            monitor.overcame();
            backoff.reset();
        }
        say(source.state());
    }

    /** The same trouble again and again is one line in the log. */
    private boolean sayOnce(FeedState state) {
        inTrouble = true;
        monitor.trouble(state);
        if (state.equals(said)) {
            return false;
        }
        said = state;
        log.warn("Feed {} is {}: {}", feed.text(), state.name(), state.detail());
        return true;
    }

    private void say(FeedState state) {
        if (!state.name().equals(said.name())) {
            said = state;
            log.info(
                    "Feed {} is {}{}",
                    feed.text(),
                    state.name(),
                    state.detail().isEmpty() ? "" : ": " + state.detail());
        }
    }
}
