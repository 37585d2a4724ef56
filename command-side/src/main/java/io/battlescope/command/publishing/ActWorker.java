package io.battlescope.command.publishing;

import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.processor.ProcessorAct;
import io.battlescope.api.processor.ProcessorRefusal;
import io.battlescope.command.attribution.Failures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries acts out, a step of each in turn, and tells how far they are and what they came to. Every instance has one; a lease says which
 * of them is at an act, so that another one goes on after a death.
 */
final class ActWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ActWorker.class);
    private static final long PAUSE_MILLIS = 200;
    /** How long a republishing may stand still, because the broker is away for instance. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration BETWEEN_TELLINGS = Duration.ofSeconds(1);

    private final String worker = UUID.randomUUID().toString();
    private final ActStore acts;
    private final PublisherControl control;
    private final Republisher republisher;
    private final PauseStep pausing;
    private final Outcomes outcomes;
    private final TransactionTemplate transaction;
    private final Map<String, Long> toldAt = new ConcurrentHashMap<>();
    private volatile String trouble = "";
    private ScheduledExecutorService timer;

    ActWorker(
            ActStore acts,
            PublisherControl control,
            Republisher republisher,
            PauseStep pausing,
            Outcomes outcomes,
            TransactionTemplate transaction) {
        this.acts = acts;
        this.control = control;
        this.republisher = republisher;
        this.pausing = pausing;
        this.outcomes = outcomes;
        this.transaction = transaction;
    }

    @Override
    public synchronized void start() {
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("acts").daemon().factory());
        timer.scheduleWithFixedDelay(this::workOrSay, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void workOrSay() {
        List<RuntimeException> failures = new ArrayList<>();
        attempt(() -> acts.running().forEach(act -> attempt(() -> take(act), failures)), failures);
        attempt(() -> acts.untold().forEach(this::tellEnd), failures);
        String now =
                failures.isEmpty() ? "" : String.valueOf(failures.getFirst().getMessage());
        // said once, not five times a second; tried again until it works
        if (trouble.isEmpty() && !now.isEmpty()) {
            log.warn("Acts on publishers have to wait: {}", now);
        }
        trouble = now;
    }

    /** What stands in the way of one does not stand in the way of the others. */
    private static void attempt(Runnable work, List<RuntimeException> failures) {
        try {
            work.run();
        } catch (RuntimeException e) {
            failures.add(e);
        }
    }

    private void take(Act act) {
        acts.lease(act.id(), worker).ifPresent(this::stepOrEnd);
    }

    /** What stands in the way of acts; empty when nothing does. */
    String trouble() {
        return trouble;
    }

    private void tellEnd(ActOutcome outcome) {
        outcomes.tell(outcome);
        acts.told(outcome);
        toldAt.remove(outcome.actId());
    }

    private void stepOrEnd(Act act) {
        try {
            step(act);
        } catch (RuntimeException e) {
            if (Failures.passes(e) && act.movedAt().plus(patience(act)).isAfter(act.now())) {
                throw e;
            }
            log.error("Act {} ends", act.id(), e);
            end(act, new ActStep.Refused(ProcessorRefusal.FAILED, e.toString()));
        }
    }

    private static Duration patience(Act act) {
        Integer seconds = act.order().timeLimitSeconds();
        return seconds == null ? PATIENCE : Duration.ofSeconds(seconds);
    }

    private void step(Act act) {
        if (act.order().act() instanceof ProcessorAct.Republish) {
            tell(act, act.published() + " of " + act.total());
        }
        switch (act.order().act() instanceof ProcessorAct.Republish
                ? republisher.step(act, worker)
                : pausing.step(act)) {
            case ActStep.Moved(Act moved) -> tell(moved, moved.published() + " of " + moved.total());
            case ActStep.Waiting(String why) -> tell(act, why);
            case ActStep.Refused refused -> end(act, refused);
            case ActStep.Done done -> end(done);
        }
    }

    private void end(Act act, ActStep.Refused refused) {
        ActOutcome outcome = Outcomes.refused(act.order(), refused.code(), refused.detail(), figures(act));
        transaction.executeWithoutResult(status -> {
            if (acts.end(act, outcome, worker) && act.order().act() instanceof ProcessorAct.Pause) {
                control.pause(act.order().processor(), act.before().equals(OrderDesk.PAUSED));
            }
        });
    }

    private void end(ActStep.Done done) {
        Act act = done.act();
        ActOutcome outcome = Outcomes.done(act.order(), done.detail(), figures(act), done.before(), done.after());
        transaction.executeWithoutResult(status -> {
            if (acts.end(act, outcome, worker) && act.isWhole()) {
                control.adopt(act.order().processor(), act.topicId());
            }
        });
    }

    private static Map<String, Long> figures(Act act) {
        return act.order().act() instanceof ProcessorAct.Republish ? Outcomes.figures(act) : Map.of();
    }

    /** At most once a second. */
    private void tell(Act act, String detail) {
        long now = System.nanoTime();
        Long before = toldAt.get(act.id());
        if (before == null || now - before >= BETWEEN_TELLINGS.toNanos()) {
            outcomes.tell(Outcomes.running(act, detail));
            toldAt.put(act.id(), now);
        }
    }

    @Override
    public void stop() {
        timer.shutdownNow();
        synchronized (this) {
            timer = null;
        }
        acts.release(worker);
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }
}
