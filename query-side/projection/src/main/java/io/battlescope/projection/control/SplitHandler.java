package io.battlescope.projection.control;

import io.battlescope.api.processor.ProcessorAct.SplitSegment;
import io.battlescope.api.processor.ProcessorOrder;
import io.battlescope.api.processor.ProcessorRefusal;
import io.battlescope.projection.token.StoredToken;
import io.battlescope.projection.token.TokenTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackerStatus;
import org.springframework.stereotype.Component;

/** Makes two rows of one. The framework could do it on the instance that holds the segment; here any instance can. */
@Component
class SplitHandler implements ActHandler<SplitSegment> {

    private final ProcessorControl control;
    private final TokenTable tokens;

    SplitHandler(ProcessorControl control, TokenTable tokens) {
        this.control = control;
        this.tokens = tokens;
    }

    @Override
    public Class<SplitSegment> kind() {
        return SplitSegment.class;
    }

    @Override
    public boolean needsStandstill(ProcessorOrder order, SplitSegment act) {
        return !order.dryRun();
    }

    @Override
    public ActStep step(ProcessorOrder order, SplitSegment act) {
        String tokenName = control.living(order.processor()).tokenName();
        List<StoredToken> stored = tokens.of(tokenName);
        Optional<StoredToken> token =
                stored.stream().filter(each -> each.segment() == act.segment()).findFirst();
        if (token.isEmpty()) {
            return new ActStep.Refused(
                    ProcessorRefusal.SEGMENT_UNKNOWN,
                    "Processor " + order.processor() + " has no segment " + act.segment());
        }
        Segment segment = Segment.computeSegment(act.segment(), StoredToken.ids(stored));
        TrackerStatus[] halves = TrackerStatus.split(segment, token.get().token());
        if (!order.dryRun()) {
            for (TrackerStatus half : halves) {
                tokens.put(tokenName, half.getSegment().getSegmentId(), half.getInternalTrackingToken());
            }
        }
        return ActStep.done(
                "Segment " + act.segment() + (order.dryRun() ? " would become" : " is now") + " segments "
                        + halves[0].getSegment().getSegmentId() + " and "
                        + halves[1].getSegment().getSegmentId(),
                Map.of());
    }
}
