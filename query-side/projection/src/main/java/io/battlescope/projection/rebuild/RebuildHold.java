package io.battlescope.projection.rebuild;

import io.battlescope.projection.processor.ProjectionProcessors;
import io.battlescope.projection.version.ProjectionVersion;
import io.battlescope.projection.version.VersionControls;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Has versions stand still on all instances, for as short as possible: whatever a rebuild wants of it, after some seconds without success
 * it lets go, for the living version has news to handle.
 */
@Component
class RebuildHold {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final VersionControls controls;
    private final VersionTokens tokens;
    private final ProjectionProcessors processors;

    RebuildHold(VersionControls controls, VersionTokens tokens, ProjectionProcessors processors) {
        this.controls = controls;
        this.tokens = tokens;
        this.processors = processors;
    }

    /** Whether nobody runs the version; asks for it, and it takes a moment. */
    boolean stops(ProjectionVersion version, KnownRebuild rebuild) {
        if (!controls.hold(version, rebuild.holder())) {
            return false;
        }
        // what this instance runs need not wait until it looks
        processors.lineUp();
        return tokens.areFree(tokens.of(version));
    }

    /** Whether it has lasted for too long. */
    boolean isTooLong(KnownRebuild rebuild) {
        return controls.isHeldFor(rebuild.holder(), LIMIT);
    }

    void end(KnownRebuild rebuild) {
        controls.letGo(rebuild.holder());
    }
}
