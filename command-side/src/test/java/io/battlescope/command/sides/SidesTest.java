package io.battlescope.command.sides;

import static io.battlescope.command.story.KillmailBuilder.KEEPSTAR;
import static io.battlescope.command.story.KillmailBuilder.RIFTER;
import static io.battlescope.command.story.KillmailBuilder.aKillmail;
import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.killmail.Party;
import io.battlescope.api.killmail.PartyKind;
import io.battlescope.api.side.KillEvidence;
import io.battlescope.command.story.Pilot;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whose side is told in the fights that New Eden has. */
class SidesTest {

    private static final Pilot GOON = Pilot.of(Pilot.GOONSWARM, 1);
    private static final Pilot BEE = Pilot.of(99_009_331L, 1);
    private static final Pilot FRAT = Pilot.of(Pilot.FRATERNITY, 1);
    private static final Pilot HORDE = Pilot.of(Pilot.PANDEMIC_HORDE, 1);
    private static final Pilot PIRATE = Pilot.of(99_000_007L, 1);
    private static final Pilot LONER = Pilot.ofNoGroup(1);

    @Test
    void twoFleetsAreTwoSides() {
        assertThat(twoFleets().camps()).containsExactly(ids(FRAT, HORDE), ids(GOON, BEE));
    }

    @Test
    void sidesAreNumberedByTheirSmallestParty() {
        assertThat(twoFleets().sides().firstKey()).isEqualTo(FRAT.party());
        assertThat(twoFleets().sideOf(FRAT)).isEqualTo(1);
        assertThat(twoFleets().sideOf(GOON)).isEqualTo(2);
    }

    @Test
    void threeWhoAllShootEachOtherAreThreeSides() {
        Fight fight = new Fight()
                .kills(3, GOON, FRAT)
                .kills(3, FRAT, PIRATE)
                .kills(3, PIRATE, GOON)
                .kills(2, FRAT, GOON)
                .kills(2, PIRATE, FRAT)
                .kills(2, GOON, PIRATE);
        assertThat(fight.camps()).hasSize(3);
    }

    @Test
    void aThirdPartyThatShootsBothIsOnNeitherSide() {
        Fight fight = twoFleets().kills(4, FRAT, PIRATE).kills(4, GOON, PIRATE);
        assertThat(fight.sideOf(PIRATE)).isNotIn(fight.sideOf(GOON), fight.sideOf(FRAT));
        assertThat(fight.sideOf(GOON)).isEqualTo(fight.sideOf(BEE));
    }

    @Test
    void aThirdPartyOfLittleWeightIsUnassigned() {
        Fight fight =
                twoFleets().kills(20, GOON, FRAT, HORDE).kills(1, FRAT, PIRATE).kills(1, GOON, PIRATE);
        assertThat(fight.sideOf(PIRATE)).isZero();
    }

    @Test
    void theEnemyOfAnEnemyIsNoFriend() {
        Pilot caldari = HORDE;
        Pilot gallente = BEE;
        Fight fight = new Fight()
                .kills(8, PIRATE, caldari)
                .kills(8, PIRATE, gallente)
                .kills(3, PIRATE, caldari, gallente)
                .kills(4, caldari, gallente)
                .kills(4, gallente, caldari);
        assertThat(fight.camps()).hasSize(3);
    }

    @Test
    void anAwoxerNeverSplitsHisParty() {
        Pilot traitor = Pilot.of(Pilot.GOONSWARM, 66);
        Fight fight = twoFleets().kills(30, GOON, traitor);
        assertThat(fight.camps()).containsExactly(ids(FRAT, HORDE), ids(GOON, BEE));
        assertThat(KillEvidence.of(fight.mails().getLast()))
                .singleElement()
                .satisfies(pair -> assertThat(pair.low()).isEqualTo(pair.high()));
    }

    @Test
    void pilotsOfAnNpcCorporationAreNoGroup() {
        Pilot other = Pilot.ofNoGroup(2);
        Fight fight = twoFleets().kills(3, FRAT, LONER, GOON).kills(3, GOON, other, FRAT);
        assertThat(fight.sideOf(LONER)).isEqualTo(fight.sideOf(GOON));
        assertThat(fight.sideOf(other)).isEqualTo(fight.sideOf(FRAT));
    }

    @Test
    void aStructureStandsWithTheFleetOfItsOwner() {
        Fight fight = twoFleets()
                .kill(aKillmail(900)
                        .ofStructure(KEEPSTAR, BEE.corporationId(), BEE.allianceId())
                        .worth("200000000000")
                        .by(FRAT, HORDE));
        assertThat(fight.camps()).containsExactly(ids(FRAT, HORDE), ids(GOON, BEE));
    }

    @Test
    void aStructureWithoutAFleetOpposesItsAttackers() {
        Fight fight = new Fight()
                .kill(aKillmail(1)
                        .ofStructure(KEEPSTAR, 98_000_001L, 99_000_001L)
                        .by(GOON, BEE));
        assertThat(fight.sides()).containsEntry(new Party(PartyKind.ALLIANCE, 99_000_001L), 1);
        assertThat(fight.camps()).containsExactly(new TreeSet<>(Set.of(99_000_001L)), ids(GOON, BEE));
    }

    @Test
    void smartbombsThatHitFriendsDoNotSplitAFleet() {
        Fight fight = twoFleets().kills(2, BEE, GOON).kills(1, GOON, BEE, FRAT);
        assertThat(fight.camps()).containsExactly(ids(FRAT, HORDE), ids(GOON, BEE));
    }

    @Test
    void aLonePilotWhoTagsAMailOfEachIsUnassigned() {
        Fight fight = twoFleets()
                .kill(aKillmail(901)
                        .of(RIFTER, GOON)
                        .dealing(1_000, FRAT, HORDE)
                        .dealing(1, LONER))
                .kill(aKillmail(902).of(RIFTER, FRAT).dealing(1_000, GOON, BEE).dealing(1, LONER));
        assertThat(fight.sideOf(LONER)).isZero();
        assertThat(fight.camps()).containsExactly(ids(FRAT, HORDE), ids(GOON, BEE));
    }

    @Test
    void aPartyThatChangesCampIsOnNoSideThatItFoughtAsMuchAsItHelped() {
        Fight fight = twoFleets().kills(6, FRAT, PIRATE, GOON).kills(6, GOON, PIRATE, FRAT);
        assertThat(fight.sideOf(PIRATE)).isNotIn(fight.sideOf(GOON), fight.sideOf(FRAT));
    }

    @Test
    void theVictimsOfAGateCampAreItsOpponents() {
        Pilot second = Pilot.ofNoGroup(2);
        Fight fight = new Fight()
                .kills(1, LONER, PIRATE, BEE)
                .kills(1, second, PIRATE)
                .kills(1, HORDE, PIRATE, BEE);
        assertThat(fight.camps()).containsExactly(ids(LONER, second, HORDE), ids(PIRATE, BEE));
    }

    @Test
    void aLoneVictimOfAFleetStandsWithThatFleetsEnemies() {
        Fight fight = twoFleets().kills(1, LONER, FRAT, HORDE);
        assertThat(fight.sideOf(LONER)).isEqualTo(fight.sideOf(GOON));
    }

    @Test
    void oneExpensiveHullDoesNotDrownTheRest() {
        Fight fight = twoFleets()
                .kills(10, FRAT, GOON, PIRATE)
                .kill(aKillmail(903).of(RIFTER, GOON).worth("999000000000").by(PIRATE));
        assertThat(fight.sideOf(PIRATE)).isEqualTo(fight.sideOf(GOON));
    }

    @Test
    void fireWithinOnePartyAloneMakesNoSides() {
        Fight fight = new Fight().kills(2, GOON, Pilot.of(Pilot.GOONSWARM, 2));
        assertThat(fight.sides()).containsOnly(Map.entry(GOON.party(), 0));
    }

    @Test
    void aBattleOfNoKillmailsHasNoSides() {
        assertThat(Sides.draw(HostilityGraph.EMPTY, List.of())).isEmpty();
    }

    @Test
    void theStrongestMemberIsTheOneThatMostIsKnownOf() {
        Fight fight = twoFleets().kills(5, GOON, FRAT);
        HostilityGraph graph = Fight.graph(fight.mails());
        assertThat(Sides.strongest(graph, fight.sides(), 2, BEE.party())).contains(GOON.party());
        assertThat(Sides.strongest(graph, fight.sides(), 2, GOON.party())).contains(BEE.party());
        assertThat(Sides.strongest(graph, fight.sides(), 7, GOON.party())).isEmpty();
    }

    private static Fight twoFleets() {
        return new Fight()
                .kills(3, GOON, FRAT, HORDE)
                .kills(3, BEE, HORDE, FRAT)
                .kills(3, FRAT, BEE, GOON)
                .kills(3, HORDE, GOON, BEE);
    }

    private static TreeSet<Long> ids(Pilot... pilots) {
        TreeSet<Long> ids = new TreeSet<>();
        for (Pilot pilot : pilots) {
            ids.add(pilot.party().id());
        }
        return ids;
    }
}
