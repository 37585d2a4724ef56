package io.battlescope.view.side;

import io.battlescope.view.name.Names;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Hulls fielded and lost. */
public final class HullCounts {

    private static final Comparator<SideHull> MOST_FIRST = Comparator.comparingInt((SideHull hull) -> fielded(hull))
            .thenComparingInt(SideHull::lost)
            .reversed()
            .thenComparing(SideHull::hullTypeId, Comparator.nullsLast(Comparator.naturalOrder()));

    private HullCounts() {}

    /**
     * How many hulls of one type one pilot brought. Mails tell of losses and of attacks: each loss is a hull, and an attack
     * after the last loss is one more; whoever only attacked had one.
     *
     * @param lastAttack {@code null} for a pilot who never attacked in it
     * @param lastLoss {@code null} for a pilot who never lost one
     */
    public static int fielded(int losses, Instant lastAttack, Instant lastLoss) {
        boolean another = lastAttack != null && lastLoss != null && lastAttack.isAfter(lastLoss);
        return Math.max(1, losses + (another ? 1 : 0));
    }

    /** The hulls of one side ({@code null}: of the unassigned), most fielded first. */
    public static List<HullCount> of(Integer side, Collection<SideHull> hulls, Names names) {
        return hulls.stream()
                .filter(hull -> Objects.equals(hull.sideId(), side))
                .sorted(MOST_FIRST)
                .map(hull ->
                        new HullCount(hull.hullTypeId(), names.type(hull.hullTypeId()), fielded(hull), hull.lost()))
                .toList();
    }

    /** A pilot who changed parties fields with the last one and lost with an earlier; what was lost was there. */
    private static int fielded(SideHull hull) {
        return Math.max(hull.fielded(), hull.lost());
    }
}
