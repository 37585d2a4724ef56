package io.battlescope.projection.rebuild;

import io.battlescope.api.processor.ProcessorAct.Rebuild;
import io.battlescope.api.processor.ProcessorOrder;
import io.battlescope.api.processor.ProcessorRefusal;
import io.battlescope.projection.control.ActHandler;
import io.battlescope.projection.control.ActStep;
import io.battlescope.projection.processor.Projection;
import io.battlescope.projection.processor.ProjectionFeed;
import io.battlescope.projection.processor.ProjectionProcessors;
import io.battlescope.projection.version.ProjectionVersion;
import io.battlescope.projection.version.ProjectionVersions;
import io.battlescope.projection.version.VersionTables;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Begins a rebuild, and follows it until it has been compared, or has switched when that was asked for. */
@Component
class RebuildHandler implements ActHandler<Rebuild> {

    private final RebuildStore store;
    private final ProjectionVersions versions;
    private final VersionTables tables;
    private final RebuildProgress progress;
    private final KnownPace pace;
    private final ProjectionProcessors processors;

    RebuildHandler(
            RebuildStore store,
            ProjectionVersions versions,
            VersionTables tables,
            RebuildProgress progress,
            KnownPace pace,
            ProjectionProcessors processors) {
        this.store = store;
        this.versions = versions;
        this.tables = tables;
        this.progress = progress;
        this.pace = pace;
        this.processors = processors;
    }

    @Override
    public Class<Rebuild> kind() {
        return Rebuild.class;
    }

    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public ActStep step(ProcessorOrder order, Rebuild act) {
        return store.find(order.actId()).map(RebuildHandler::follow).orElseGet(() -> begin(order, act));
    }

    private ActStep begin(ProcessorOrder order, Rebuild act) {
        Optional<ProjectionFeed> known = processors.feeds().stream()
                .filter(feed -> feed.projection().name().equals(order.processor()))
                .findFirst();
        Optional<ProjectionVersion> living = versions.living(order.processor());
        if (known.isEmpty() || living.isEmpty()) {
            return new ActStep.Refused(
                    ProcessorRefusal.PROCESSOR_UNKNOWN, "No processor is called " + order.processor());
        }
        Projection projection = known.get().projection();
        if (!projection.isResettable() || projection.tables().isEmpty()) {
            return new ActStep.Refused(
                    ProcessorRefusal.PROCESSOR_NOT_RESETTABLE,
                    "Processor " + order.processor() + " has no tables of its own that could be built anew");
        }
        Optional<KnownRebuild> underWay = store.underWay(order.processor());
        if (underWay.isPresent()) {
            return new ActStep.Refused(
                    ProcessorRefusal.REBUILD_RUNNING,
                    "Rebuild " + underWay.get().rebuildId() + " is "
                            + underWay.get().state().text() + "; it has to be finished or cancelled first");
        }
        if (order.dryRun()) {
            return estimate(known.get(), living.get());
        }
        store.begin(order.actId(), order.processor(), living.get().version(), act.switchWhenEqual());
        return new ActStep.Again(null, Map.of());
    }

    private ActStep estimate(ProjectionFeed feed, ProjectionVersion living) {
        long events = progress.total(feed);
        return ActStep.done(
                null,
                Map.of(
                        "eventsTotal",
                        events,
                        "etaSeconds",
                        events / pace.of(living.processor()),
                        "bytes",
                        tables.size(living, feed.projection().tables())));
    }

    private static ActStep follow(KnownRebuild rebuild) {
        return switch (rebuild.state()) {
            case CREATING, BUILDING, VERIFYING, SWITCHING -> new ActStep.Again(rebuild.detail(), rebuild.figures());
            case READY ->
                rebuild.switchWhenEqual()
                        ? new ActStep.Again(rebuild.detail(), rebuild.figures())
                        : ends(rebuild, "Both versions say the same; it waits to be told to switch");
            case DIFFERENT -> ends(rebuild, "Both versions do not say the same; it waits for a decision");
            case CANCELLED -> ends(rebuild, "It was cancelled");
            case SWITCHED, ROLLING_BACK, ROLLED_BACK, FINISHED -> ends(rebuild, null);
            case FAILED -> new ActStep.Refused(ProcessorRefusal.FAILED, rebuild.detail());
        };
    }

    private static ActStep ends(KnownRebuild rebuild, String otherwise) {
        return new ActStep.Done(
                rebuild.detail() == null ? otherwise : rebuild.detail(),
                rebuild.figures(),
                Map.of("version", String.valueOf(rebuild.oldVersion())),
                Map.of(
                        "version",
                        String.valueOf(rebuild.newVersion()),
                        "state",
                        rebuild.state().text()));
    }
}
