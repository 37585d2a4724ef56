package io.battlescope.view.side;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.battle.PartySide;
import io.battlescope.api.killmail.Party;
import io.battlescope.api.killmail.PartyKind;
import io.battlescope.api.side.PairEvidence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfidenceTest {

    private final List<PartySide> sides = new ArrayList<>();
    private final List<PairEvidence> pairs = new ArrayList<>();

    @Test
    void twoPartiesThatOnlyShootEachOtherLeaveNoDoubt() {
        on(1, 1);
        on(2, 2);
        pair(1, 2, 100, 0);

        assertThat(confidence(1)).isEqualTo("1.00");
        assertThat(confidence(2)).isEqualTo("1.00");
    }

    @Test
    void companyOnOneSideIsWeighedAgainstHostilityToIt() {
        on(1, 1);
        on(2, 1);
        on(3, 2);
        // company 60 on the own side, 20 on the other, which it also shot for 20
        pair(1, 2, 0, 60);
        pair(1, 3, 20, 20);

        assertThat(confidence(1)).isEqualTo("0.60");
    }

    @Test
    void whoHasMoreCompanyElsewhereHasNoneOfIt() {
        on(1, 1);
        on(2, 1);
        on(3, 2);
        pair(1, 2, 0, 10);
        pair(1, 3, 0, 90);

        assertThat(confidence(1)).isEqualTo("0.00");
    }

    @Test
    void aLargePartyWithFewFriendsIsPlainlyTheEnemyOfTheOtherSide() {
        on(1, 1);
        on(2, 1);
        on(3, 2);
        pair(1, 2, 0, 1);
        pair(1, 3, 99, 0);

        assertThat(confidence(1)).isEqualTo("1.00");
    }

    @Test
    void fireAtTheOwnSideRaisesDoubt() {
        on(1, 1);
        on(2, 1);
        on(3, 2);
        pair(1, 2, 30, 20);
        pair(1, 3, 50, 0);

        assertThat(confidence(1)).isEqualTo("0.40");
    }

    @Test
    void anUnassignedPartyHasTheLeadOfItsBestPlace() {
        on(2, 1);
        on(3, 2);
        pair(1, 2, 0, 45);
        pair(1, 3, 0, 40);
        pair(1, 4, 15, 0);

        assertThat(confidence(1)).isEqualTo("0.05");
        assertThat(confidence(9)).as("no evidence at all").isEqualTo("0.00");
    }

    private void on(long party, int side) {
        sides.add(new PartySide(new Party(PartyKind.ALLIANCE, party), side, false));
    }

    private void pair(long low, long high, long hostility, long attraction) {
        BigDecimal none = BattleShare.NO_ISK;
        pairs.add(new PairEvidence(low, high, 0, 0, 0, 0, none, none, hostility, 0, attraction));
    }

    private BigDecimal confidence(long party) {
        return new Confidence(new Standing(sides), pairs).of(party);
    }
}
