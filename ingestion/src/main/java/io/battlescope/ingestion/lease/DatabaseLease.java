package io.battlescope.ingestion.lease;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The lease in the Ingestion DB, renewed on a thread of its own. An instance believes in it for two thirds of the time that the
 * database grants, by a clock that nobody sets: it has stopped working before another may begin.
 */
@Component
public class DatabaseLease implements Lease, Fence, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DatabaseLease.class);
    /** Starts before whoever needs the lease, and stops after them. */
    private static final int PHASE = 0;

    private final LeaseTable table;
    private final Duration ttl;
    private final String owner;
    private LeaseTable.Claim claim;
    private long heldUntil = System.nanoTime();
    private String trouble;
    private Thread thread;

    /** @param ttl how long the lease outlives its owner's death */
    DatabaseLease(DataSource database, @Value("${battlescope.lease.ttl:15s}") Duration ttl) {
        this.ttl = ttl;
        this.table = new LeaseTable(database, ttl.dividedBy(5));
        // two in one process differ, and so does the next process of the same number
        int mark = ThreadLocalRandom.current().nextInt();
        this.owner = ManagementFactory.getRuntimeMXBean().getName() + "-"
                + HexFormat.of().toHexDigits(mark);
    }

    @Override
    public synchronized boolean isHeld() {
        return heldUntil - System.nanoTime() > 0;
    }

    @Override
    public synchronized void awaitHeld() throws InterruptedException {
        while (!isHeld()) {
            wait();
        }
    }

    @Override
    public void check() {
        LeaseTable.Claim held = claim();
        if (held == null || !held.owner().equals(owner) || !table.pin(held)) {
            throw new LeaseLostException("The lease is not held by " + owner + " any more");
        }
    }

    /** Who held it when that was last asked; empty when nobody knows. */
    public synchronized String holder() {
        return claim == null ? "" : claim.owner();
    }

    /** Why the database cannot be asked; empty when it can. */
    public synchronized String trouble() {
        return trouble == null ? "" : trouble;
    }

    @Override
    public synchronized void start() {
        thread = Thread.ofPlatform().name("lease").daemon().start(this::run);
    }

    /** Gives it up at once, so that another instance need not wait for it to run out. */
    @Override
    public void stop() {
        Thread renewing = drop();
        try {
            renewing.interrupt();
            renewing.join();
            table.release(owner);
        } catch (DataAccessException e) {
            log.warn("The lease cannot be given up and will run out by itself: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void run() {
        try {
            while (isRunning()) {
                Duration pause = renew() ? ttl.dividedBy(3) : ttl.dividedBy(15);
                TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            }
        } catch (InterruptedException e) {
            log.debug("Not renewing any more", e);
        }
    }

    private boolean renew() {
        long asked = System.nanoTime();
        try {
            return take(table.claim(owner, ttl), asked);
        } catch (RuntimeException e) {
            // whatever it is: without this thread the instance would stand by for ever
            fail(e);
            return false;
        }
    }

    private synchronized boolean take(LeaseTable.Claim answer, long asked) {
        boolean mine = answer.owner().equals(owner) && isRunning();
        if (!answer.equals(claim)) {
            log.info("{} is at work (epoch {}); this is {}", answer.owner(), answer.epoch(), owner);
        }
        claim = answer;
        trouble = null;
        heldUntil = mine ? asked + ttl.multipliedBy(2).dividedBy(3).toNanos() : asked;
        notifyAll();
        return mine;
    }

    private synchronized void fail(RuntimeException e) {
        if (trouble == null) {
            log.warn("The lease cannot be renewed, trying again until it can", e);
        }
        trouble = String.valueOf(e.getMessage());
    }

    private synchronized LeaseTable.Claim claim() {
        return claim;
    }

    private synchronized Thread drop() {
        Thread renewing = thread;
        thread = null;
        heldUntil = System.nanoTime();
        return renewing;
    }
}
