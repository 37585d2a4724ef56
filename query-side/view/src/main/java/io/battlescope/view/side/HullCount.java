package io.battlescope.view.side;

/**
 * How many of a hull were there.
 *
 * @param hullTypeId {@code null} for mails that name none
 * @param hullName {@code null} likewise
 * @param fielded hulls that were seen, each loss being one; a pilot who attacks in the same type again after losing it has brought another
 * @param lost killmails of this hull, capsules included
 */
public record HullCount(Integer hullTypeId, String hullName, int fielded, int lost) {}
