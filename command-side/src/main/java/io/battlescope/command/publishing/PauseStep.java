package io.battlescope.command.publishing;

import io.battlescope.api.processor.ProcessorAct;
import io.battlescope.api.processor.ProcessorRefusal;
import java.time.Instant;
import java.util.Map;

/** Follows a pause until nobody publishes, and a resume until somebody may. */
final class PauseStep {

    private static final String HELD = "held";

    private final Targets targets;
    private final Lineup lineup;

    PauseStep(Targets targets, Lineup lineup) {
        this.targets = targets;
        this.lineup = lineup;
    }

    ActStep step(Act act) {
        Publisher publisher = targets.publisher(act.order().processor());
        if (act.order().act() instanceof ProcessorAct.Resume) {
            return done(act, publisher, lineup.isHeld(publisher) ? HELD : OrderDesk.RUNNING);
        }
        if (!Standstill.isHeldBySomebody(publisher, act.now())) {
            return done(act, publisher, OrderDesk.PAUSED);
        }
        Instant deadline = act.startedAt().plus(act.order().timeLeft(act.startedAt(), false));
        if (deadline.isBefore(act.now())) {
            return new ActStep.Refused(
                    ProcessorRefusal.TIME_LIMIT,
                    "The time limit has passed: " + publisher.standing().owner() + " still publishes");
        }
        return new ActStep.Waiting(publisher.standing().owner() + " still publishes");
    }

    private ActStep done(Act act, Publisher publisher, String after) {
        String detail = act.before().equals(after) ? "It was " + after + " already" : "It is " + after;
        if (after.equals(HELD)) {
            detail += ", for " + lineup.why(publisher.name()) + ": everything has to be published again";
        }
        return new ActStep.Done(
                act,
                detail,
                Map.of("state", act.before()),
                Map.of(
                        "state",
                        after,
                        "acknowledged",
                        Long.toString(publisher.standing().acknowledged())));
    }
}
