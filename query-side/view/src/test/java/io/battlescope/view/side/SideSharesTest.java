package io.battlescope.view.side;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SideSharesTest {

    private static final BattleShare WHOLE = new BattleShare(10, 9, 8, isk("1000.00"), isk("1000.00"));

    private final SideShares shares = new SideShares(WHOLE, List.of(1, 2));

    @Test
    void aSideIsCreditedWithWhatItDidToOthers() {
        shares.fired(new SideFire(1, 2, false, 3, isk("300.00")));
        shares.fired(new SideFire(1, null, false, 1, isk("50.00")));

        assertThat(shares.of(1)).isEqualTo(new BattleShare(4, 0, 0, isk("0.00"), isk("350.00")));
        assertThat(shares.of(2)).isEqualTo(BattleShare.NONE);
    }

    @Test
    void fireWithinASideOrAPartyIsNobodysButUnassigned() {
        shares.fired(new SideFire(1, 1, false, 1, isk("10.00")));
        shares.fired(new SideFire(2, 2, true, 1, isk("20.00")));
        shares.fired(new SideFire(null, null, true, 1, isk("30.00")));
        // two parties without a side are not friends
        shares.fired(new SideFire(null, null, false, 1, isk("40.00")));

        assertThat(shares.of(1)).isEqualTo(BattleShare.NONE);
        assertThat(shares.friendlyFire()).isEqualTo(new FriendlyFire(3, isk("60.00")));
        assertThat(shares.unassigned()).isEqualTo(WHOLE);
    }

    @Test
    void whatNoSideHasIsUnassigned() {
        shares.fired(new SideFire(1, 2, false, 7, isk("700.00")));
        shares.fired(new SideFire(2, 1, false, 2, isk("200.00")));
        shares.add(1, BattleShare.losses(2, isk("250.00")));
        shares.add(2, BattleShare.losses(6, isk("750.00")));
        shares.add(null, BattleShare.losses(1, isk("0.00")));
        shares.add(1, BattleShare.pilots(5));

        assertThat(shares.unassigned()).isEqualTo(new BattleShare(1, 1, 3, isk("0.00"), isk("100.00")));
    }

    @Test
    void efficiencyIsForTwoSides() {
        BattleShare share = new BattleShare(1, 1, 1, isk("100.00"), isk("200.00"));

        assertThat(Efficiency.of(share, 2)).isEqualTo(isk("0.6667"));
        assertThat(Efficiency.of(share, 1)).isNull();
        assertThat(Efficiency.of(share, 3)).isNull();
        assertThat(Efficiency.of(BattleShare.NONE, 2)).as("nothing was traded").isNull();
    }

    private static BigDecimal isk(String amount) {
        return new BigDecimal(amount);
    }
}
