package io.battlescope.api.battle;

import java.time.Duration;

/**
 * The rule that makes killmails one battle. Two killmails are linked when they lie in one solar system, at most {@code gap}
 * apart (inclusive), and share at least {@code minSharedParties} parties. A connected component is a battle once it holds
 * {@code minLosses} losses. The values in force are recorded on the battle.
 *
 * @param gapSeconds seconds between two linked killmails, at most
 * @param minLosses losses that make a battle, two at least; a capsule is none when its pilot also lost a ship in the same battle
 * @param minSharedParties parties that two linked killmails have in common, at least
 */
public record LinkageRule(int gapSeconds, int minLosses, int minSharedParties) {

    public static final LinkageRule DEFAULT = new LinkageRule(900, 2, 1);

    public LinkageRule {
        if (gapSeconds < 0 || minLosses < 2 || minSharedParties < 1) {
            throw new IllegalArgumentException(
                    "The rule of linkage needs gap >= 0 s, min-losses >= 2 (one loss is a kill, not a battle) and min-shared-parties >= 1, not "
                            + gapSeconds + ", " + minLosses + ", " + minSharedParties);
        }
    }

    public static LinkageRule of(Duration gap, int minLosses, int minSharedParties) {
        return new LinkageRule(Math.toIntExact(gap.toSeconds()), minLosses, minSharedParties);
    }
}
