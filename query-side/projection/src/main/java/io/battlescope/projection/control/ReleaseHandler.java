package io.battlescope.projection.control;

import io.battlescope.api.processor.ProcessorAct.ReleaseSegment;
import io.battlescope.api.processor.ProcessorOrder;
import io.battlescope.api.processor.ProcessorRefusal;
import io.battlescope.projection.ProjectionProperties;
import io.battlescope.projection.processor.ProjectionProcessor;
import io.battlescope.projection.processor.ProjectionProcessors;
import io.battlescope.projection.token.StoredToken;
import io.battlescope.projection.token.TokenStores;
import io.battlescope.projection.token.TokenTable;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Only the instance that holds a segment can let go of it; on the others the act waits for that one to look. */
@Component
class ReleaseHandler implements ActHandler<ReleaseSegment> {

    private final ProcessorControl control;
    private final TokenTable tokens;
    private final TokenStores stores;
    private final ProjectionProcessors processors;
    private final ProjectionProperties properties;

    ReleaseHandler(
            ProcessorControl control,
            TokenTable tokens,
            TokenStores stores,
            ProjectionProcessors processors,
            ProjectionProperties properties) {
        this.control = control;
        this.tokens = tokens;
        this.stores = stores;
        this.processors = processors;
        this.properties = properties;
    }

    @Override
    public Class<ReleaseSegment> kind() {
        return ReleaseSegment.class;
    }

    @Override
    public ActStep step(ProcessorOrder order, ReleaseSegment act) {
        String tokenName = control.living(order.processor()).tokenName();
        Optional<StoredToken> token = tokens.of(tokenName).stream()
                .filter(each -> each.segment() == act.segment())
                .findFirst();
        if (token.isEmpty()) {
            return new ActStep.Refused(
                    ProcessorRefusal.SEGMENT_UNKNOWN,
                    "Processor " + order.processor() + " has no segment " + act.segment());
        }
        String owner = token.get().owner();
        if (!token.get().isClaimed(properties.claimTimeout())) {
            return ActStep.done("Nobody holds segment " + act.segment(), Map.of());
        }
        if (order.dryRun()) {
            return ActStep.done(owner + " would let go of segment " + act.segment(), Map.of());
        }
        ProjectionProcessor mine = processors.processors().get(tokenName);
        if (mine == null || !stores.isMine(owner)) {
            return new ActStep.Waiting("waits for " + owner + " to let go of it");
        }
        // a death from here on lets go of it as well
        mine.release(act.segment(), act.seconds());
        return ActStep.done(
                owner + " lets go of segment " + act.segment() + " and leaves it to others for " + act.seconds() + " s",
                Map.of());
    }
}
