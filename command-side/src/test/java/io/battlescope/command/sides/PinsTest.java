package io.battlescope.command.sides;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.command.story.Pilot;
import org.junit.jupiter.api.Test;

/** What an admin has decided stays, and the search goes round it. */
class PinsTest {

    private static final Pilot GOON = Pilot.of(Pilot.GOONSWARM, 1);
    private static final Pilot BEE = Pilot.of(99_009_331L, 1);
    private static final Pilot FRAT = Pilot.of(Pilot.FRATERNITY, 1);
    private static final Pilot HORDE = Pilot.of(Pilot.PANDEMIC_HORDE, 1);
    private static final Pilot SPY = Pilot.of(99_000_007L, 1);
    private static final Pilot ABSENT = Pilot.of(99_000_008L, 1);

    @Test
    void aPinnedPartyStandsWithWhomItIsPinnedTo() {
        Fight fight = twoFleets().pinned(BEE, null, FRAT);
        assertThat(fight.sideOf(BEE)).isEqualTo(fight.sideOf(FRAT)).isNotZero();
    }

    @Test
    void aPinSurvivesGrowth() {
        Fight fight =
                twoFleets().pinned(BEE, 2, FRAT).kills(40, FRAT, BEE, GOON).kills(40, BEE, HORDE);
        assertThat(fight.sideOf(BEE)).isEqualTo(fight.sideOf(FRAT)).isNotZero();
    }

    @Test
    void nobodyJoinsAPartyThatIsPinnedAlone() {
        Fight fight = twoFleets().pinned(BEE, 0, null).kills(10, FRAT, BEE, GOON);
        assertThat(fight.camps())
                .anySatisfy(camp -> assertThat(camp).containsExactly(BEE.party().id()));
        assertThat(fight.sideOf(GOON)).isNotZero().isNotEqualTo(fight.sideOf(FRAT));
    }

    @Test
    void whoIsPinnedToAPartyAloneIsWithIt() {
        Fight fight = twoFleets().pinned(BEE, 0, null).pinned(HORDE, null, BEE);
        assertThat(fight.sideOf(HORDE)).isEqualTo(fight.sideOf(BEE)).isNotEqualTo(fight.sideOf(FRAT));
        assertThat(fight.camps()).hasSize(3);
    }

    @Test
    void aPartyPinnedToNoSideIsUnassignedHoweverItFought() {
        Fight fight = twoFleets().pinned(GOON, null, null).kills(20, GOON, FRAT);
        assertThat(fight.sideOf(GOON)).isZero();
        assertThat(fight.sideOf(BEE)).isNotEqualTo(fight.sideOf(FRAT)).isNotZero();
    }

    @Test
    void aPinnedThirdPartyIsASideHoweverSmall() {
        Fight fight =
                twoFleets().kills(20, GOON, FRAT, HORDE).kills(1, FRAT, SPY).kills(1, GOON, SPY);
        assertThat(fight.sideOf(SPY)).isZero();
        assertThat(fight.pinned(SPY, 0, null).sideOf(SPY)).isNotZero();
    }

    @Test
    void twoPinnedToEachOtherAreTogether() {
        Fight fight = twoFleets().pinned(GOON, null, FRAT).pinned(FRAT, null, GOON);
        assertThat(fight.sideOf(GOON)).isEqualTo(fight.sideOf(FRAT));
    }

    @Test
    void aPinToAPartyThatIsNotThereYetMovesNobody() {
        Fight fight = twoFleets().pinned(GOON, null, ABSENT).pinned(ABSENT, 0, FRAT);
        assertThat(fight.sideOf(GOON)).isNotZero();
        assertThat(twoFleets().pinned(BEE, null, ABSENT).camps())
                .isEqualTo(twoFleets().camps());
    }

    @Test
    void theNeighboursOfAClosedSideFindTheirOwn() {
        Fight fight = twoFleets().pinned(BEE, 0, null).pinned(FRAT, 0, null);
        assertThat(fight.sides().values()).doesNotHaveDuplicates();
    }

    private static Fight twoFleets() {
        return new Fight()
                .kills(3, GOON, FRAT, HORDE)
                .kills(3, BEE, HORDE, FRAT)
                .kills(3, FRAT, BEE, GOON)
                .kills(3, HORDE, GOON, BEE);
    }
}
