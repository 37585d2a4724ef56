package io.battlescope.gateway.processor;

import io.battlescope.api.processor.ProcessorAct;
import io.battlescope.api.processor.ProcessorOrder;
import io.battlescope.gateway.act.ActDesk;
import io.battlescope.gateway.act.AskedAct;
import io.battlescope.gateway.act.Asking;
import io.battlescope.gateway.act.OrderDesk;
import io.battlescope.gateway.admin.Attempt;
import io.battlescope.gateway.body.FieldErrors;
import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.gateway.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Takes acts on processors in. What its service would refuse as well is refused at once where the reports tell. */
@Component
public class ProcessorDesk {

    private final OrderDesk desk;
    private final ActDesk acts;

    ProcessorDesk(OrderDesk desk, ActDesk acts) {
        this.desk = desk;
        this.acts = acts;
    }

    /** Reads who wants it and why, and ends the request when anything is wrong with it. */
    public static Asking read(HttpServletRequest request, Wish wish, String processor, ProcessorAct act) {
        FieldErrors errors = new FieldErrors();
        wish.check(errors);
        note(request, wish, processor, act);
        Asking asking = Asking.of(request, wish.reason(), errors);
        errors.throwIfAny();
        return asking;
    }

    /** Notes what is asked for, for the audit. */
    public static void note(HttpServletRequest request, Wish wish, String processor, ProcessorAct act) {
        new Attempt(act.what() + (wish.isDryRun() ? ".dryRun" : ""), processor, wish.reason()).attach(request);
    }

    /** Hands an act on a processor over to the service that runs it. */
    public ResponseEntity<AskedAct> take(
            HttpServletRequest request, Asking asking, Wish wish, ProcessorView target, ProcessorAct act) {
        return take(request, asking, wish, target.service(), target.processor(), act);
    }

    /** Hands an act over to a service. */
    public ResponseEntity<AskedAct> take(
            HttpServletRequest request, Asking asking, Wish wish, String service, String processor, ProcessorAct act) {
        return desk.take(
                request,
                asking,
                new ProcessorOrder(
                        asking.actId(),
                        asking.actor(),
                        asking.reason(),
                        asking.requestedAt(),
                        service,
                        processor,
                        wish.timeLimitSeconds(),
                        wish.isDryRun(),
                        act,
                        asking.role()));
    }

    /** Asking again for the act that is at work is asking once, and what changes nothing is in nobody's way. */
    void requireIdle(ProcessorView target, Asking asking, Wish wish) {
        boolean busy = target.act() != null && !target.act().equals(asking.actId());
        if (busy && !wish.isDryRun() && !hasEnded(target.act())) {
            throw new ProblemException(
                    ProblemCode.PROCESSOR_BUSY,
                    "Act " + target.act() + " on " + target.processor()
                            + " is at work. Ask again once it has ended, see /api/v1/admin/acts/" + target.act() + ".");
        }
    }

    /** A report is a moment old, and whoever has just been told of an act's end is not to be told that it is at work. */
    private boolean hasEnded(String actId) {
        return acts.find(actId).filter(ActDesk::isEnded).isPresent();
    }

    public static void requireResettable(ProcessorView target) {
        if (Boolean.FALSE.equals(target.resettable())) {
            throw new ProblemException(
                    ProblemCode.PROCESSOR_NOT_RESETTABLE,
                    "Processor " + target.processor() + " cannot be emptied and filled again.");
        }
    }

    public static void requireRebuildable(ProcessorView target) {
        requireResettable(target);
        if (Boolean.FALSE.equals(target.rebuildable())) {
            throw new ProblemException(
                    ProblemCode.PROCESSOR_NOT_REBUILDABLE,
                    "Processor " + target.processor()
                            + " has no tables of its own that a new version could be built of. Reset it instead.");
        }
    }

    static void requireSegment(ProcessorView target, long segment) {
        boolean known = target.segments().stream().anyMatch(one -> one.segment() == segment);
        boolean possible = segment >= 0 && segment <= Integer.MAX_VALUE;
        if (!possible || !known && !target.segments().isEmpty()) {
            throw new ProblemException(
                    ProblemCode.SEGMENT_NOT_FOUND,
                    "Processor " + target.processor() + " has no segment " + segment + ", only "
                            + target.segments().stream()
                                    .map(ProcessorView.Segment::segment)
                                    .toList() + ".");
        }
    }
}
