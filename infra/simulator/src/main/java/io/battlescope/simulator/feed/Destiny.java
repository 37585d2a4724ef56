package io.battlescope.simulator.feed;

import io.battlescope.simulator.chance.Dice;
import io.battlescope.simulator.war.Kill;
import io.battlescope.simulator.war.Kind;

/**
 * When a killmail becomes known, and what comes of it later. All are seconds; a second publication counts from the first, 0 means never.
 */
record Destiny(int delay, Edition again, int after) {

    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;
    /** What zKillboard lets its users choose. */
    private static final int[] HOURS = {1, 3, 8, 24, 72};

    /** @param latePercent how many are posted hours or days after the kill */
    static Destiny of(Kill kill, int latePercent) {
        Dice dice = Dice.of(kill.seed(), 1);
        int delay = dice.percent(latePercent)
                ? HOURS[dice.below(HOURS.length)] * HOUR + dice.below(15 * MINUTE)
                : dice.skewed(3, 330);
        boolean ganked = kill.engagement().kind() == Kind.GANK
                && kill.shooters().get(kill.finalBlow()).pilot().isPlayer();
        if (ganked) {
            return new Destiny(delay, Edition.GANKED, dice.between(10, 60) * MINUTE);
        }
        int roll = dice.below(1000);
        if (roll < 25) {
            return new Destiny(delay, Edition.REVALUED, dice.skewed(2, 600) * MINUTE);
        }
        if (roll < 35) {
            return new Destiny(delay, Edition.REPEATED, dice.skewed(1, 300) * MINUTE);
        }
        return roll < 40
                ? new Destiny(delay, Edition.CORRECTED, dice.skewed(2, 300) * MINUTE)
                : new Destiny(delay, null, 0);
    }
}
