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
import io.battlescope.projection.version.VersionTables;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Tries parked events again: sequence by sequence, with all that wait for one another. A step is short, for batches that park wait
 * meanwhile; what it came to and what is not parked any more are one transaction.
 */
@Component
class RetryHandler implements ActHandler<RetryDeadLetters> {

    private static final Duration STEP = Duration.ofMillis(300);

    private final ParkingLot lot;
    private final ParkedVersions versions;
    private final VersionTables tables;
    private final RetryCount retried;

    RetryHandler(ParkingLot lot, ParkedVersions versions, VersionTables tables, RetryCount retried) {
        this.lot = lot;
        this.versions = versions;
        this.tables = tables;
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
        long end = System.nanoTime() + STEP.toNanos();
        for (Followed version : followed) {
            Optional<String> next = parked(version).next(selection, order.actId());
            if (next.isPresent() && !version.isKnown()) {
                return new ActStep.Waiting("an instance whose code knows " + version.tokenName() + " has to do it");
            }
            while (next.isPresent()) {
                retry(order, version, next.get());
                next = parked(version).next(selection, order.actId());
                if (next.isPresent() && System.nanoTime() > end) {
                    return new ActStep.Again("Has tried some; next is " + next.get(), figures(order, followed));
                }
            }
        }
        return end(order, followed);
    }

    private ParkedSequences parked(Followed version) {
        return lot.parkedBy(version.tokenName());
    }

    private void retry(ProcessorOrder order, Followed version, String sequence) {
        KeepingConverter converter = new KeepingConverter(version.feed().converter());
        Tried tried = tables.in(
                version.version(),
                () -> parked(version).retry(sequence, version.feed().projection(), converter, order.actId()));
        retried.add(order.actId(), tried.retried());
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
                "retried",
                retried.of(order.actId()),
                "remaining",
                failed.letters(),
                "stillFailing",
                failed.sequences());
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
