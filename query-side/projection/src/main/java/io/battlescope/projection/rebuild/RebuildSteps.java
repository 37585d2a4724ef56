package io.battlescope.projection.rebuild;

import io.battlescope.projection.ProjectionProperties;
import io.battlescope.projection.version.ProjectionVersion;
import io.battlescope.projection.version.ProjectionVersion.State;
import io.battlescope.projection.version.ProjectionVersions;
import io.battlescope.projection.version.VersionControls;
import io.battlescope.projection.version.VersionTables;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves a rebuild on, by one step at most. */
@Component
class RebuildSteps {

    /** So near to the other version that it gets there while that one stands still. */
    private static final long CLOSE = 1000;

    private final RebuildStore store;
    private final ProjectionVersions versions;
    private final VersionTables tables;
    private final VersionTokens tokens;
    private final Goal goal;
    private final VersionControls controls;
    private final RebuildHold hold;
    private final Verification verification;
    private final RebuildProgress progress;
    private final double graceSeconds;
    private final TransactionTemplate transaction;

    RebuildSteps(
            RebuildStore store,
            ProjectionVersions versions,
            VersionTables tables,
            VersionTokens tokens,
            Goal goal,
            VersionControls controls,
            RebuildHold hold,
            Verification verification,
            RebuildProgress progress,
            ProjectionProperties properties,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.versions = versions;
        this.tables = tables;
        this.tokens = tokens;
        this.goal = goal;
        this.controls = controls;
        this.hold = hold;
        this.verification = verification;
        this.progress = progress;
        this.graceSeconds = properties.dropGrace().toMillis() / 1000.0;
        this.transaction = new TransactionTemplate(transactions);
    }

    void advance(KnownRebuild rebuild, Versions both) {
        switch (rebuild.state()) {
            case CREATING -> transaction.executeWithoutResult(status -> create(rebuild, both));
            case BUILDING -> build(rebuild, both);
            case VERIFYING -> verification.goOn(rebuild, both);
            case READY -> {
                if (rebuild.switchWhenEqual()) {
                    store.move(rebuild, RebuildState.SWITCHING, null);
                }
            }
            case SWITCHING -> replace(rebuild, both, both.old(), both.made());
            case ROLLING_BACK -> replace(rebuild, both, both.made(), both.old());
            case FINISHED, CANCELLED -> clearAway(rebuild, both);
            case DIFFERENT, SWITCHED, ROLLED_BACK, FAILED -> {}
        }
    }

    private void create(KnownRebuild rebuild, Versions both) {
        if (store.move(rebuild, RebuildState.BUILDING, null)) {
            versions.insert(both.made());
            tables.create(both.made(), both.old(), both.projection().tables());
        }
    }

    /** Nothing has been made. */
    void fail(KnownRebuild rebuild, RuntimeException cause) {
        transaction.executeWithoutResult(status -> {
            if (store.move(rebuild, RebuildState.FAILED, cause.getMessage())) {
                store.end(rebuild);
            }
        });
    }

    private void build(KnownRebuild rebuild, Versions both) {
        progress.tell(rebuild, both.feed(), both.made());
        if (isClose(both.made(), both.old())) {
            store.move(rebuild, RebuildState.VERIFYING, Verification.UNDER_WAY);
        }
    }

    private boolean isClose(ProjectionVersion behind, ProjectionVersion living) {
        return tokens.of(behind).isClose(goal.at(living), CLOSE);
    }

    /** One version lives instead of another, as soon as it is where that one stands. */
    private void replace(KnownRebuild rebuild, Versions both, ProjectionVersion living, ProjectionVersion next) {
        if (hold.isTooLong(rebuild)) {
            giveUp(rebuild);
        } else if (!isClose(next, living)) {
            progress.tell(rebuild, both.feed(), next);
        } else if (hold.stops(living, rebuild) && hasReached(next, living)) {
            boolean back = rebuild.state() == RebuildState.ROLLING_BACK;
            transaction.executeWithoutResult(status -> {
                if (store.move(rebuild, back ? RebuildState.ROLLED_BACK : RebuildState.SWITCHED, null)) {
                    versions.change(living, State.LIVING, State.KEPT);
                    versions.change(next, State.BUILDING, State.LIVING);
                    controls.handOver(living, next);
                    hold.end(rebuild);
                }
            });
        }
    }

    /** One that is stranded is behind wherever it stands; whoever is close to the end of the topic is past it. */
    private boolean hasReached(ProjectionVersion next, ProjectionVersion living) {
        return goal.isStranded(living) || tokens.of(next).behind(tokens.of(living)) == 0;
    }

    /** The living version must not wait for one that is stuck. */
    private void giveUp(KnownRebuild rebuild) {
        String detail = "Not done: the version that was to live next did not get to where the living one stood";
        transaction.executeWithoutResult(status -> {
            boolean back = rebuild.state() == RebuildState.ROLLING_BACK;
            RebuildState before =
                    back ? RebuildState.SWITCHED : rebuild.equal() ? RebuildState.READY : RebuildState.DIFFERENT;
            // whoever works on it now, if it is not this instance any more, needs the hold
            if (!store.move(rebuild, before, detail)) {
                return;
            }
            hold.end(rebuild);
            if (back) {
                versions.find(rebuild.processor(), rebuild.oldVersion())
                        .ifPresent(old -> versions.change(old, State.BUILDING, State.KEPT));
            } else {
                store.leaveToAdmins(rebuild);
            }
        });
    }

    private void clearAway(KnownRebuild rebuild, Versions both) {
        Optional<ProjectionVersion> dropped = versions.all().stream()
                .filter(version -> version.processor().equals(rebuild.processor()) && version.state() == State.DROPPING)
                .findFirst();
        if (dropped.isEmpty()) {
            store.end(rebuild);
        } else if (versions.isPerhapsRead(dropped.get(), graceSeconds) || !tokens.areFree(tokens.of(dropped.get()))) {
            store.tell(
                    rebuild,
                    "Tables of version " + dropped.get().version() + " go once nobody can read them",
                    rebuild.figures());
        } else {
            transaction.executeWithoutResult(status -> {
                tables.drop(dropped.get(), both.projection().tables());
                versions.forget(dropped.get());
                store.end(rebuild);
            });
        }
    }
}
