package io.battlescope.projection.deadletter;

import io.battlescope.api.processor.ProcessorAct.EvictDeadLetters;
import io.battlescope.api.processor.ProcessorOrder;
import io.battlescope.api.processor.ProcessorRefusal;
import io.battlescope.projection.control.ActHandler;
import io.battlescope.projection.control.ActStep;
import io.battlescope.projection.deadletter.ParkedVersions.Followed;
import io.battlescope.projection.parked.ParkedSequences.Size;
import io.battlescope.projection.parked.ParkingLot;
import io.battlescope.projection.parked.Selection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Throws dead letters away: those that a processor of this service has parked, or, by the name of a stage, those of the pipeline. */
@Component
class EvictHandler implements ActHandler<EvictDeadLetters> {

    /** Lines of what is lost that the audit keeps. */
    private static final int SHOWN = 20;

    private final ParkingLot lot;
    private final ParkedVersions versions;
    private final DeadLetterStore pipeline;

    EvictHandler(ParkingLot lot, ParkedVersions versions, DeadLetterStore pipeline) {
        this.lot = lot;
        this.versions = versions;
        this.pipeline = pipeline;
    }

    @Override
    public Class<EvictDeadLetters> kind() {
        return EvictDeadLetters.class;
    }

    @Override
    public boolean needsProcessor(ProcessorOrder order) {
        return !pipeline.has(order.processor());
    }

    @Override
    public ActStep step(ProcessorOrder order, EvictDeadLetters act) {
        Optional<Long> letterId = number(act.letterId());
        if (act.letterId() != null && letterId.isEmpty()) {
            return nothing();
        }
        Selection selection = new Selection(act.sequence(), letterId.orElse(null), act.cause());
        List<Followed> followed = versions.of(order.processor());
        return followed.isEmpty() ? evictOfPipeline(order, selection) : evictParked(order, followed, selection);
    }

    private ActStep evictParked(ProcessorOrder order, List<Followed> followed, Selection selection) {
        Size meant = RetryHandler.sum(
                followed, version -> lot.parkedBy(version.tokenName()).count(selection));
        if (meant.letters() == 0) {
            return nothing();
        }
        Map<String, Long> figures = Map.of("letters", meant.letters(), "sequences", meant.sequences());
        String what = meant.letters() + " events of " + meant.sequences() + " sequences";
        if (order.dryRun()) {
            return ActStep.done("Would throw away " + what, figures);
        }
        Map<String, String> lost = new TreeMap<>();
        followed.forEach(
                version -> lost.putAll(lot.parkedBy(version.tokenName()).evict(selection)));
        boolean missed = followed.stream()
                .noneMatch(version -> version.feed().projection().canSkip());
        return new ActStep.Done(
                what + " are gone for good"
                        + (missed ? "; what follows them parks until they are published again" : ""),
                figures,
                shown(lost),
                Map.of());
    }

    private ActStep evictOfPipeline(ProcessorOrder order, Selection selection) {
        Map<String, String> meant = pipeline.describe(order.processor(), selection);
        if (meant.isEmpty()) {
            return nothing();
        }
        Map<String, Long> figures = Map.of("letters", (long) meant.size());
        if (order.dryRun()) {
            return ActStep.done("Would put away " + meant.size() + " letters of " + order.processor(), figures);
        }
        pipeline.evict(order.processor(), selection, order.actor(), order.reason());
        return new ActStep.Done(
                meant.size() + " letters of " + order.processor() + " are put away", figures, shown(meant), Map.of());
    }

    private static Map<String, String> shown(Map<String, String> lost) {
        Map<String, String> shown = new TreeMap<>();
        lost.entrySet().stream().limit(SHOWN).forEach(each -> shown.put(each.getKey(), each.getValue()));
        if (lost.size() > SHOWN) {
            shown.put("…", "and " + (lost.size() - SHOWN) + " more");
        }
        return shown;
    }

    private static Optional<Long> number(String letterId) {
        return letterId != null && letterId.matches("[0-9]{1,18}")
                ? Optional.of(Long.parseLong(letterId))
                : Optional.empty();
    }

    private static ActStep nothing() {
        return new ActStep.Refused(ProcessorRefusal.NOTHING_MATCHES, "No dead letter is meant");
    }
}
