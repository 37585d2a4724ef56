package io.battlescope.projection.rebuild;

import io.battlescope.projection.version.ProjectionVersion;
import io.battlescope.projection.version.VersionControls;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares both versions at one position. Both stand still until a snapshot of the database has been taken at it; what is read from the
 * snapshot may take its time, while news are handled again.
 */
@Component
class Verification {

    /**
     * Between two events of one act, such as a merger, rows of sums can depend on where batches ended, until the act's last event sets
     * them right; a position in the middle of that is soon left behind.
     */
    private static final int MAX_LOOKS = 3;

    static final String UNDER_WAY = "Both versions are compared";

    private static final String STRANDED = "Not compared at one position: the old version follows a topic that is gone";

    private final Map<String, Integer> looks = new ConcurrentHashMap<>();
    /** Whole tables are read, and live events need the database as well: one comparison at a time. */
    private final Semaphore turn = new Semaphore(1);

    private final CatchUp catchUp;
    private final Comparison comparison;
    private final RebuildHold hold;
    private final VersionControls controls;
    private final VersionTokens tokens;
    private final Goal goal;
    private final RebuildStore store;
    private final TransactionTemplate snapshot;
    private final TransactionTemplate transaction;

    Verification(
            CatchUp catchUp,
            Comparison comparison,
            RebuildHold hold,
            VersionControls controls,
            VersionTokens tokens,
            Goal goal,
            RebuildStore store,
            PlatformTransactionManager transactions) {
        this.catchUp = catchUp;
        this.comparison = comparison;
        this.hold = hold;
        this.controls = controls;
        this.tokens = tokens;
        this.goal = goal;
        this.store = store;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Takes it as far as it goes at this moment; the state has moved on once it is done. */
    void goOn(KnownRebuild rebuild, Versions versions) {
        if (turn.availablePermits() == 0) {
            // nothing stands still only to wait
            hold.end(rebuild);
            return;
        }
        boolean isStranded = goal.isStranded(versions.old());
        // what is paused is not moved; a version that is stuck does not hold up the other one for ever
        boolean asTheyStand = isStranded || controls.isPaused(versions.old()) || hold.isTooLong(rebuild);
        if (asTheyStand || bringToOnePosition(rebuild, versions)) {
            inTurn(
                    rebuild,
                    () -> snapshot.executeWithoutResult(status -> compare(rebuild, versions, asTheyStand, isStranded)));
        }
    }

    private void inTurn(KnownRebuild rebuild, Runnable comparison) {
        if (!turn.tryAcquire()) {
            hold.end(rebuild);
            return;
        }
        try {
            comparison.run();
        } finally {
            turn.release();
        }
    }

    /** The new one stops first; the old one gets past it by itself, whoever runs it, and then only the new one has to be moved on. */
    private boolean bringToOnePosition(KnownRebuild rebuild, Versions versions) {
        ProjectionVersion old = versions.old();
        ProjectionVersion made = versions.made();
        if (!hold.stops(made, rebuild) || tokens.of(old).behind(tokens.of(made)) > 0 || !hold.stops(old, rebuild)) {
            return false;
        }
        Map<Integer, Long> target = new HashMap<>(tokens.of(old).highest());
        tokens.of(made).highest().forEach((partition, offset) -> target.merge(partition, offset, Math::max));
        return catchUp.bring(versions.feed(), made, target)
                && (!versions.canWrite(old) || catchUp.bring(versions.feed(), old, target));
    }

    private void compare(KnownRebuild rebuild, Versions versions, boolean asTheyStand, boolean isStranded) {
        // the first statement takes the snapshot
        SegmentTokens old = tokens.of(versions.old());
        SegmentTokens made = tokens.of(versions.made());
        boolean level = !isStranded && old.isLevelWith(made);
        if (!level && !asTheyStand) {
            return;
        }
        transaction.executeWithoutResult(status -> hold.end(rebuild));
        List<ComparedTable> tables = versions.projection().tables().stream()
                .map(table -> comparison.compare(table, versions.old(), versions.made()))
                .toList();
        boolean equal = level && tables.stream().allMatch(ComparedTable::equal);
        if (level && !equal && looks.merge(rebuild.rebuildId(), 1, Integer::sum) < MAX_LOOKS) {
            return;
        }
        looks.remove(rebuild.rebuildId());
        String detail = level ? null : isStranded ? STRANDED : apart(old, made);
        transaction.executeWithoutResult(status -> conclude(rebuild, tables, equal, detail));
    }

    private static String apart(SegmentTokens old, SegmentTokens made) {
        return "Not compared at one position: the old version was %d events behind the new one, the new one %d behind the old one"
                .formatted(old.behind(made), made.behind(old));
    }

    private void conclude(KnownRebuild rebuild, List<ComparedTable> tables, boolean equal, String detail) {
        Map<String, Long> figures = Map.of(
                "rowsCompared",
                        tables.stream().mapToLong(ComparedTable::newRows).sum(),
                "differences",
                        tables.stream().mapToLong(ComparedTable::differences).sum());
        store.tell(rebuild, detail, figures);
        if (store.move(rebuild, equal ? RebuildState.READY : RebuildState.DIFFERENT, detail)) {
            store.compared(rebuild, tables, equal);
        }
    }
}
