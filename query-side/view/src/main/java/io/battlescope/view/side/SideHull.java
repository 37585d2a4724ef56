package io.battlescope.view.side;

/**
 * How many of a hull a side had.
 *
 * @param sideId {@code null} for the unassigned
 * @param hullTypeId {@code null} for mails that name none
 */
public record SideHull(Integer sideId, Integer hullTypeId, int fielded, int lost) {

    /** The same hull of the same side. */
    public SideHull plus(SideHull other) {
        return new SideHull(sideId, hullTypeId, fielded + other.fielded, lost + other.lost);
    }
}
