package io.battlescope.projection.rebuild;

import io.battlescope.projection.processor.ProjectionProcessors;
import io.battlescope.projection.version.ProcessorControls;
import io.battlescope.projection.version.ProjectionVersion;
import io.battlescope.projection.version.TokenTable;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Has versions stand still on all instances, for as short as possible: whatever a rebuild wants of it, after some seconds without success
 * it lets go, for the living version has news to handle.
 */
@Component
class Standstill {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ProcessorControls controls;
    private final TokenTable tokens;
    private final ProjectionProcessors processors;
    private final Map<String, Long> heldSince = new ConcurrentHashMap<>();

    Standstill(ProcessorControls controls, TokenTable tokens, ProjectionProcessors processors) {
        this.controls = controls;
        this.tokens = tokens;
        this.processors = processors;
    }

    /** Whether nobody runs the version; asks for it, and it takes a moment. */
    boolean of(ProjectionVersion version, KnownRebuild rebuild) {
        heldSince.computeIfAbsent(rebuild.rebuildId(), ignored -> System.nanoTime());
        if (!controls.hold(version, rebuild.holder())) {
            return false;
        }
        // what this instance runs need not wait until it looks
        processors.lineUp();
        return tokens.read(version.tokenName()).standStill();
    }

    /** Whether it has lasted for too long. */
    boolean isTooLong(KnownRebuild rebuild) {
        Long since = heldSince.get(rebuild.rebuildId());
        return since != null && System.nanoTime() - since > LIMIT.toNanos();
    }

    void end(KnownRebuild rebuild) {
        heldSince.remove(rebuild.rebuildId());
        controls.letGo(rebuild.holder());
    }
}
