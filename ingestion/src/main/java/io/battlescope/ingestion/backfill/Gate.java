package io.battlescope.ingestion.backfill;

import io.battlescope.ingestion.feed.Batch;
import io.battlescope.ingestion.feed.Pacer;
import io.battlescope.ingestion.lease.Lease;
import io.battlescope.ingestion.pump.Intake;
import io.battlescope.ingestion.store.SetAside;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Lets history's batches pass one by one: no faster than agreed, behind the live feed, and only while this instance is at work. */
@Component
class Gate {

    static final String SOURCE = "history";
    private static final long LOOK_AGAIN_MILLIS = 100;

    private final Intake intake;
    private final Lease lease;
    private final Jobs jobs;
    private final HistoryMonitor monitor;
    private final Pacer pacer;
    private final ReentrantLock inHand = new ReentrantLock();
    private volatile boolean shut;

    Gate(Intake intake, Lease lease, Jobs jobs, HistoryMonitor monitor, BackfillProperties properties) {
        this.intake = intake;
        this.lease = lease;
        this.jobs = jobs;
        this.monitor = monitor;
        this.pacer = new Pacer(properties.backfill().maxRate());
    }

    /** Nothing was waiting, so nothing is to be made up for. */
    void idle() {
        pacer.idle();
    }

    /**
     * Has a batch dealt with when its turn comes.
     *
     * @param count killmails in it, those to be set aside too
     * @throws HaltedException when the job is not to go on
     */
    void pass(String jobId, Batch batch, List<SetAside> aside, int count) throws InterruptedException {
        awaitTurn(jobId);
        inHand.lockInterruptibly();
        try {
            intake.take(SOURCE, batch, aside);
        } finally {
            inHand.unlock();
        }
        pacer.gave(count);
    }

    /** Lets no further batch pass; waits for the one in hand, so that an orderly restart sends nothing twice. */
    void shut(Duration patience) throws InterruptedException {
        shut = true;
        if (inHand.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            inHand.unlock();
        }
    }

    private void awaitTurn(String jobId) throws InterruptedException {
        checkMayGoOn(jobId);
        while (pacer.await() == 0) {
            checkMayGoOn(jobId);
        }
        while (intake.isLiveBehind()) {
            monitor.waiting("waiting-for-live", "the live feed goes first");
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            checkMayGoOn(jobId);
        }
        checkMayGoOn(jobId);
    }

    private void checkMayGoOn(String jobId) throws InterruptedException {
        if (shut) {
            throw new InterruptedException("The service is stopping");
        }
        if (!lease.isHeld()) {
            throw new HaltedException("Another instance is at work");
        }
        if (jobs.find(jobId).filter(JobSteps::isOpen).isEmpty()) {
            throw new HaltedException("The job was paused or cancelled");
        }
    }
}
