package io.battlescope.projection.control;

import io.battlescope.api.processor.ProcessorAct.MergeSegment;
import io.battlescope.api.processor.ProcessorOrder;
import io.battlescope.api.processor.ProcessorRefusal;
import io.battlescope.projection.token.StoredToken;
import io.battlescope.projection.token.TokenTable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Makes one row of two. Where both halves are not equally far, the token remembers how far each is until they are. */
@Component
class MergeHandler implements ActHandler<MergeSegment> {

    private final ProcessorControl control;
    private final TokenTable tokens;

    MergeHandler(ProcessorControl control, TokenTable tokens) {
        this.control = control;
        this.tokens = tokens;
    }

    @Override
    public Class<MergeSegment> kind() {
        return MergeSegment.class;
    }

    @Override
    public boolean needsStandstill(ProcessorOrder order, MergeSegment act) {
        return !order.dryRun();
    }

    @Override
    public ActStep step(ProcessorOrder order, MergeSegment act) {
        String tokenName = control.living(order.processor()).tokenName();
        List<StoredToken> stored = tokens.of(tokenName);
        Map<Integer, Segment> segments = List.of(Segment.computeSegments(StoredToken.ids(stored))).stream()
                .collect(Collectors.toMap(Segment::getSegmentId, Function.identity()));
        Segment one = segments.get(act.segment());
        if (one == null) {
            return new ActStep.Refused(
                    ProcessorRefusal.SEGMENT_UNKNOWN,
                    "Processor " + order.processor() + " has no segment " + act.segment());
        }
        Segment other = segments.get(one.mergeableSegmentId());
        if (other == null || !one.isMergeableWith(other)) {
            return new ActStep.Refused(
                    ProcessorRefusal.SEGMENT_NOT_MERGEABLE,
                    other == null || other.getSegmentId() == one.getSegmentId()
                            ? "Segment " + act.segment() + " is the only one"
                            : "Segment " + other.getSegmentId() + ", the other half, has been split again");
        }
        if (!order.dryRun()) {
            merge(tokenName, stored, one, other);
        }
        return ActStep.done(
                "Segments " + one.getSegmentId() + " and " + other.getSegmentId()
                        + (order.dryRun() ? " would become" : " are now") + " segment "
                        + one.mergedWith(other).getSegmentId(),
                Map.of());
    }

    private void merge(String tokenName, List<StoredToken> stored, Segment one, Segment other) {
        int lower = Math.min(one.getSegmentId(), other.getSegmentId());
        int upper = Math.max(one.getSegmentId(), other.getSegmentId());
        int merged = one.mergedWith(other).getSegmentId();
        TrackingToken token = MergedTrackingToken.merged(token(stored, lower), token(stored, upper));
        tokens.delete(tokenName, merged == lower ? upper : lower);
        tokens.put(tokenName, merged, token);
    }

    private static TrackingToken token(List<StoredToken> stored, int segment) {
        return stored.stream()
                .filter(each -> each.segment() == segment)
                .findFirst()
                .orElseThrow()
                .token();
    }
}
