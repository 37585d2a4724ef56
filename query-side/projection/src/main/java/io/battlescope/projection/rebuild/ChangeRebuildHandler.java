package io.battlescope.projection.rebuild;

import io.battlescope.api.processor.ProcessorAct.ChangeRebuild;
import io.battlescope.api.processor.ProcessorAct.RebuildStep;
import io.battlescope.api.processor.ProcessorOrder;
import io.battlescope.api.processor.ProcessorRefusal;
import io.battlescope.projection.control.ActHandler;
import io.battlescope.projection.control.ActStep;
import io.battlescope.projection.version.ProjectionVersion;
import io.battlescope.projection.version.ProjectionVersion.State;
import io.battlescope.projection.version.ProjectionVersions;
import io.battlescope.projection.version.VersionControls;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says in which direction a rebuild goes on, and follows it there. */
@Component
class ChangeRebuildHandler implements ActHandler<ChangeRebuild> {

    private final RebuildStore store;
    private final ProjectionVersions versions;
    private final VersionControls controls;
    private final Goal goal;

    ChangeRebuildHandler(RebuildStore store, ProjectionVersions versions, VersionControls controls, Goal goal) {
        this.store = store;
        this.versions = versions;
        this.controls = controls;
        this.goal = goal;
    }

    @Override
    public Class<ChangeRebuild> kind() {
        return ChangeRebuild.class;
    }

    /** The rebuild's row is locked by each step; other acts need not wait. */
    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public ActStep step(ProcessorOrder order, ChangeRebuild act) {
        Optional<KnownRebuild> found = store.lock(act.rebuildId())
                .filter(rebuild -> rebuild.processor().equals(order.processor()));
        if (found.isEmpty()) {
            return new ActStep.Refused(
                    ProcessorRefusal.REBUILD_UNKNOWN,
                    "Processor " + order.processor() + " has no rebuild " + act.rebuildId());
        }
        KnownRebuild rebuild = found.get();
        if (rebuild.askedBy().equals(order.actId())) {
            return follow(rebuild, act);
        }
        Optional<ActStep> refusal = refusal(rebuild, act);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (order.dryRun()) {
            return ActStep.done("It can be done; rebuild is " + rebuild.state().text(), rebuild.figures());
        }
        turn(rebuild, act, order.actId());
        return new ActStep.Again(null, rebuild.figures());
    }

    private Optional<ActStep> refusal(KnownRebuild rebuild, ChangeRebuild act) {
        RebuildState state = rebuild.state();
        boolean possible = !rebuild.ended()
                && switch (act.step()) {
                    case SWITCH -> RebuildState.COMPARED.contains(state) || state == RebuildState.ROLLING_BACK;
                    case VERIFY -> RebuildState.COMPARED.contains(state);
                    case CANCEL -> RebuildState.BEFORE_SWITCH.contains(state);
                    case ROLLBACK -> state == RebuildState.SWITCHED;
                    case FINISH -> state == RebuildState.SWITCHED || state == RebuildState.ROLLED_BACK;
                };
        if (!possible) {
            return Optional.of(new ActStep.Refused(
                    ProcessorRefusal.REBUILD_STATE, "Rebuild " + rebuild.rebuildId() + " is " + state.text()));
        }
        if (act.step() == RebuildStep.ROLLBACK && isStranded(rebuild.processor(), rebuild.oldVersion())) {
            return Optional.of(new ActStep.Refused(
                    ProcessorRefusal.REBUILD_STATE,
                    "Version " + rebuild.oldVersion() + " follows a topic that is gone, and cannot catch up"));
        }
        boolean differs = act.step() == RebuildStep.SWITCH && state == RebuildState.DIFFERENT;
        return differs && !act.acceptDifferences()
                ? Optional.of(new ActStep.Refused(
                        ProcessorRefusal.REBUILD_DIFFERS,
                        "Both versions do not say the same, in "
                                + rebuild.figures().getOrDefault("differences", 0L)
                                + " rows; see what the comparison found"))
                : Optional.empty();
    }

    private boolean isStranded(String processor, int version) {
        return versions.find(processor, version).filter(goal::isStranded).isPresent();
    }

    private void turn(KnownRebuild rebuild, ChangeRebuild act, String actId) {
        switch (act.step()) {
            case SWITCH -> {
                if (rebuild.state() == RebuildState.ROLLING_BACK) {
                    version(rebuild, rebuild.oldVersion(), State.BUILDING, State.KEPT);
                    controls.letGo(rebuild.holder());
                    store.move(rebuild, RebuildState.SWITCHED, null, actId);
                } else {
                    store.move(rebuild, RebuildState.SWITCHING, null, actId);
                }
            }
            case VERIFY -> store.move(rebuild, RebuildState.VERIFYING, Verification.UNDER_WAY, actId);
            case ROLLBACK -> {
                version(rebuild, rebuild.oldVersion(), State.KEPT, State.BUILDING);
                store.move(rebuild, RebuildState.ROLLING_BACK, null, actId);
            }
            case CANCEL -> {
                version(rebuild, rebuild.newVersion(), State.BUILDING, State.DROPPING);
                controls.letGo(rebuild.holder());
                store.move(rebuild, RebuildState.CANCELLED, null, actId);
            }
            case FINISH -> {
                boolean switched = rebuild.state() == RebuildState.SWITCHED;
                version(rebuild, switched ? rebuild.oldVersion() : rebuild.newVersion(), State.KEPT, State.DROPPING);
                store.move(rebuild, RebuildState.FINISHED, null, actId);
            }
        }
    }

    private void version(KnownRebuild rebuild, int version, State from, State to) {
        versions.find(rebuild.processor(), version).ifPresent(found -> versions.change(found, from, to));
    }

    private ActStep follow(KnownRebuild rebuild, ChangeRebuild act) {
        return switch (rebuild.state()) {
            case VERIFYING, SWITCHING, ROLLING_BACK -> again(rebuild);
            case FINISHED, CANCELLED -> rebuild.ended() ? done(rebuild) : again(rebuild);
            // it gave up
            case READY, DIFFERENT ->
                act.step() == RebuildStep.SWITCH
                        ? new ActStep.Refused(ProcessorRefusal.TIME_LIMIT, rebuild.detail())
                        : done(rebuild);
            case SWITCHED ->
                act.step() == RebuildStep.ROLLBACK
                        ? new ActStep.Refused(ProcessorRefusal.TIME_LIMIT, rebuild.detail())
                        : done(rebuild);
            case CREATING, BUILDING, ROLLED_BACK, FAILED -> done(rebuild);
        };
    }

    private static ActStep again(KnownRebuild rebuild) {
        return new ActStep.Again(rebuild.detail(), rebuild.figures());
    }

    private ActStep done(KnownRebuild rebuild) {
        String living = versions.living(rebuild.processor())
                .map(ProjectionVersion::version)
                .map(String::valueOf)
                .orElse("");
        return new ActStep.Done(
                rebuild.detail(),
                rebuild.figures(),
                Map.of(),
                Map.of("version", living, "state", rebuild.state().text()));
    }
}
