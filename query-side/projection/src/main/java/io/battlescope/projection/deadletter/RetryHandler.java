package io.battlescope.projection.deadletter;

import io.battlescope.api.processor.ProcessorAct.RetryDeadLetters;
import io.battlescope.api.processor.ProcessorOrder;
import io.battlescope.api.processor.ProcessorRefusal;
import io.battlescope.projection.control.ActHandler;
import io.battlescope.projection.control.ActStep;
import io.battlescope.projection.deadletter.ParkedVersions.Followed;
import io.battlescope.projection.parked.ParkedSequences;
import io.battlescope.projection.parked.ParkedSequences.Size;
import io.battlescope.projection.parked.ParkedSequences.Tried;
import io.battlescope.projection.parked.ParkingLot;
import io.battlescope.projection.parked.RetryCount;
import io.battlescope.projection.parked.Selection;
import io.battlescope.projection.stream.KeepingConverter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Tries parked events again: a sequence a step, with all that wait for one another, so that each is a transaction of its own. */
@Component
class RetryHandler implements ActHandler<RetryDeadLetters> {

    private final ParkingLot lot;
    private final ParkedVersions versions;
    private final RetryCount retried;

    RetryHandler(ParkingLot lot, ParkedVersions versions, RetryCount retried) {
        this.lot = lot;
        this.versions = versions;
        this.retried = retried;
    }

    @Override
    public Class<RetryDeadLetters> kind() {
        return RetryDeadLetters.class;
    }

    @Override
    public ActStep step(ProcessorOrder order, RetryDeadLetters act) {
        Selection selection = new Selection(act.sequence(), null, act.cause());
        List<Followed> followed = versions.of(order.processor());
        if (order.dryRun()) {
            return dryRun(followed, selection);
        }
        for (Followed version : followed) {
            Optional<String> next = parked(version).next(selection, order.actId());
            if (next.isPresent()) {
                return retry(order, version, next.get());
            }
        }
        return end(order, followed);
    }

    private ParkedSequences parked(Followed version) {
        return lot.parkedBy(version.tokenName());
    }

    private ActStep retry(ProcessorOrder order, Followed version, String sequence) {
        if (!version.isKnown()) {
            return new ActStep.Again(
                    "An instance whose code knows " + version.tokenName() + " has to do it", Map.of());
        }
        KeepingConverter converter = new KeepingConverter(version.feed().converter());
        Tried tried = versions.inTables(version.version(), () -> parked(version)
                .retry(sequence, version.feed().projection(), converter, order.actId()));
        retried.add(order.actId(), tried.retried());
        return new ActStep.Again("Has tried " + sequence, figures(order, versions.of(order.processor())));
    }

    private ActStep end(ProcessorOrder order, List<Followed> followed) {
        if (retried.of(order.actId()) < 0) {
            return nothing();
        }
        Map<String, Long> figures = figures(order, followed);
        retried.end(order.actId());
        return ActStep.done(
                figures.get("retried") + " events have taken effect, " + figures.get("remaining") + " are still parked",
                figures);
    }

    private Map<String, Long> figures(ProcessorOrder order, List<Followed> followed) {
        Size failed = sum(followed, version -> parked(version).failedIn(order.actId()));
        return Map.of(
                "retried", retried.of(order.actId()), "remaining", failed.letters(), "stillFailing", failed.sequences());
    }

    private ActStep dryRun(List<Followed> followed, Selection selection) {
        Size meant = sum(followed, version -> parked(version).count(selection));
        return meant.letters() == 0
                ? nothing()
                : ActStep.done(
                        "Would try " + meant.letters() + " events of " + meant.sequences() + " sequences",
                        Map.of("letters", meant.letters(), "sequences", meant.sequences()));
    }

    static Size sum(List<Followed> followed, Function<Followed, Size> sizes) {
        return followed.stream().map(sizes).reduce(new Size(0, 0), Size::plus);
    }

    private static ActStep nothing() {
        return new ActStep.Refused(ProcessorRefusal.NOTHING_MATCHES, "No parked event is meant");
    }
}
