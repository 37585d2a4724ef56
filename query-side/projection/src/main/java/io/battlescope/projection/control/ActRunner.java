package io.battlescope.projection.control;

import io.battlescope.kit.status.ServiceReport;
import io.battlescope.kit.status.StatusSource;
import io.battlescope.projection.processor.ProjectionProcessors;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has every instance look twice a second, and whenever an order arrives, at acts that have not ended. Whichever gets hold of one makes its
 * next step; when that instance dies, another one does.
 */
@Component
class ActRunner implements SmartLifecycle, StatusSource {

    private static final Logger log = LoggerFactory.getLogger(ActRunner.class);
    private static final long LOOK_MILLIS = 500;
    private static final long GRACE_SECONDS = 10;
    /** So that a step that takes its time leaves room for others, and the pool of connections as well. */
    private static final int STEPS_AT_ONCE = 3;

    private final ActTable table;
    private final ActWork work;
    private final ActTeller teller;
    private final Standstill standstill;
    private final ProjectionProcessors processors;
    private final Semaphore news = new Semaphore(0);
    private final Set<String> atWork = ConcurrentHashMap.newKeySet();
    private volatile String trouble = "";
    private volatile boolean stopping;
    private ExecutorService steps;
    private Thread thread;

    ActRunner(ActTable table, ActWork work, ActTeller teller, Standstill standstill, ProjectionProcessors processors) {
        this.table = table;
        this.work = work;
        this.teller = teller;
        this.standstill = standstill;
        this.processors = processors;
    }

    /** There may be something to do. */
    void wake() {
        news.release();
    }

    @Override
    public synchronized void start() {
        stopping = false;
        steps = Executors.newFixedThreadPool(
                STEPS_AT_ONCE, Thread.ofPlatform().name("act-step-", 0).daemon().factory());
        thread = Thread.ofPlatform().name("acts").start(this::run);
    }

    /** A step that is cut off is rolled back, and made again by whoever looks next. */
    @Override
    public synchronized void stop() {
        stopping = true;
        wake();
        try {
            thread.join();
            steps.shutdown();
            if (!steps.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                steps.shutdownNow();
            }
        } catch (InterruptedException e) {
            steps.shutdownNow();
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    @Override
    public ServiceReport report() {
        return new ServiceReport(Map.of(), trouble.isEmpty() ? Map.of() : Map.of("actsError", trouble));
    }

    private void run() {
        try {
            while (!stopping) {
                lookOrSay();
                if (news.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            log.info("Stopped looking at acts; others go on, or this one after the next start");
        }
    }

    private void lookOrSay() {
        try {
            standstill.letGoOfEnded();
            table.running().stream().filter(atWork::add).forEach(actId -> steps.execute(() -> step(actId)));
            teller.tell();
            trouble = "";
        } catch (RuntimeException e) {
            if (trouble.isEmpty()) {
                log.warn("Acts wait: {}; nothing is lost, trying again until it works", e.getMessage(), e);
            }
            trouble = String.valueOf(e.getMessage());
        }
    }

    private void step(String actId) {
        try {
            work.look(actId);
            // here without waiting for the next look; the other instances see it soon
            processors.lineUp();
            if (table.hasEnded(actId)) {
                wake();
            }
        } catch (RuntimeException e) {
            log.warn("Act {} waits; trying again", actId, e);
        } finally {
            atWork.remove(actId);
        }
    }
}
