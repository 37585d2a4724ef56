package io.battlescope.view.side;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a side traded: ISK destroyed as a part of all ISK that it destroyed or lost. */
final class Efficiency {

    private static final int DECIMALS = 4;
    private static final int OPPONENTS = 2;

    private Efficiency() {}

    /** {@code null} unless the battle has exactly two sides, for what a third one did would count for nobody's opponent. */
    static BigDecimal of(BattleShare share, int sides) {
        BigDecimal traded = share.iskDestroyed().add(share.iskLost());
        return sides != OPPONENTS || traded.signum() == 0
                ? null
                : share.iskDestroyed().divide(traded, DECIMALS, RoundingMode.HALF_UP);
    }
}
