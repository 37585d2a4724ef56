package io.battlescope.projection.battle;

import static io.battlescope.projection.fixture.Mails.CAPSULE;
import static io.battlescope.projection.fixture.Mails.FIRST_ALLIANCE;
import static io.battlescope.projection.fixture.Mails.FIRST_CHARACTER;
import static io.battlescope.projection.fixture.Mails.FIRST_CORPORATION;
import static io.battlescope.projection.fixture.Mails.RIFTER;
import static io.battlescope.projection.fixture.Mails.attacker;
import static io.battlescope.projection.fixture.Mails.inBattle;
import static io.battlescope.projection.fixture.Mails.npc;
import static io.battlescope.projection.fixture.Mails.tower;
import static io.battlescope.projection.fixture.Mails.victim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.projection.fixture.BattleStory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;

class BattleFoldTest {

    private static final int SYSTEM = 30000142;

    private final BattleKillmail first = inBattle(
            1,
            0,
            "10.00",
            victim(1, 1, 1, RIFTER),
            attacker(2, 2, 2, RIFTER, 100, true),
            attacker(3, 2, 2, null, 5, false));
    private final BattleKillmail second = inBattle(
            2,
            60,
            null,
            victim(1, 1, 1, CAPSULE),
            attacker(2, 2, 2, RIFTER, 50, false),
            attacker(3, 2, 2, 600, 7, true));
    private final BattleKillmail third =
            inBattle(3, 30, "7.00", victim(2, 9, 9, RIFTER), attacker(1, 1, 1, 601, 1, true));

    @Test
    void a_battle_carries_the_totals_of_its_last_event() {
        BattleChanges changes = fold(BattleStory.in(SYSTEM).opens("b", first).attributes("b", second, third));

        assertThat(changes.battles()).singleElement().satisfies(battle -> {
            assertThat(battle.totals().killCount()).isEqualTo(3);
            assertThat(battle.totals().lossCount()).isEqualTo(2);
            assertThat(battle.totals().iskDestroyed()).isEqualByComparingTo("17");
            assertThat(battle.totals().startTime()).isEqualTo(first.occurredAt());
            assertThat(battle.version()).isEqualTo(2);
            assertThat(battle.mergedInto()).isNull();
        });
        assertThat(changes.lastSequences()).isEqualTo(Map.of("b", 2L));
        assertThat(changes.handledCount()).isEqualTo(3);
        assertThat(changes.openedCount()).isOne();
        assertThat(changes.occurredAt()).isEqualTo(second.occurredAt());
    }

    @Test
    void a_pilot_is_one_row_with_the_names_of_the_latest_mail() {
        // pilot 2 is seen in corporation 2 at 60 s and, told later, in corporation 9 at 30 s
        BattleChanges changes =
                fold(BattleStory.in(SYSTEM).opens("b", first, second).attributes("b", third));

        assertThat(participant(changes, 2)).satisfies(pilot -> {
            assertThat(pilot.corporationId()).isEqualTo(FIRST_CORPORATION + 2);
            assertThat(pilot.party().id()).isEqualTo(FIRST_ALLIANCE + 2);
            assertThat(pilot.kills()).isEqualTo(2);
            assertThat(pilot.finalBlows()).isOne();
            assertThat(pilot.losses()).isOne();
            assertThat(pilot.damageDone()).isEqualTo(150);
            assertThat(pilot.iskLost()).isEqualByComparingTo("7");
            assertThat(pilot.firstSeen()).isEqualTo(first.occurredAt());
            assertThat(pilot.lastSeen()).isEqualTo(second.occurredAt());
        });
        assertThat(participant(changes, 1)).satisfies(pilot -> {
            assertThat(pilot.losses()).isEqualTo(2);
            // the capsule's value is unknown
            assertThat(pilot.iskLost()).isEqualByComparingTo(BigDecimal.TEN);
        });
    }

    @Test
    void of_two_mails_in_the_same_second_the_higher_id_names_the_pilot() {
        BattleKillmail lower = inBattle(10, 0, "1", victim(1, 1, 1, RIFTER), attacker(2, 3, 0, RIFTER, 1, true));
        BattleKillmail higher = inBattle(11, 0, "1", victim(1, 1, 1, RIFTER), attacker(2, 4, 0, RIFTER, 1, true));

        assertThat(participant(fold(BattleStory.in(SYSTEM).opens("b", higher, lower)), 2)
                        .corporationId())
                .isEqualTo(FIRST_CORPORATION + 4);
        assertThat(participant(fold(BattleStory.in(SYSTEM).opens("b", lower, higher)), 2)
                        .corporationId())
                .isEqualTo(FIRST_CORPORATION + 4);
    }

    @Test
    void a_pilot_twice_on_a_mail_has_one_kill_and_all_the_damage() {
        BattleKillmail twice = inBattle(
                1,
                0,
                "1",
                victim(1, 1, 1, RIFTER),
                attacker(2, 2, 2, RIFTER, 100, false),
                attacker(2, 2, 2, RIFTER, 20, true),
                attacker(2, 2, 2, null, 3, false));

        BattleChanges changes = fold(BattleStory.in(SYSTEM).opens("b", twice));

        assertThat(participant(changes, 2)).satisfies(pilot -> {
            assertThat(pilot.kills()).isOne();
            assertThat(pilot.finalBlows()).isOne();
            assertThat(pilot.damageDone()).isEqualTo(123);
        });
        assertThat(changes.tallies().hulls())
                .filteredOn(hull -> hull.key().characterId() == FIRST_CHARACTER + 2)
                .extracting(hull -> hull.key().hullTypeId(), FlownHull::kills)
                .containsExactly(tuple(0, 1), tuple(RIFTER, 1));
    }

    @Test
    void a_pilot_on_the_own_mail_has_a_kill_and_a_loss() {
        BattleKillmail own = inBattle(1, 0, "5", victim(1, 1, 1, RIFTER), attacker(1, 1, 1, RIFTER, 9, true));

        BattleChanges changes = fold(BattleStory.in(SYSTEM).opens("b", own));

        assertThat(changes.tallies().participants()).singleElement().satisfies(pilot -> {
            assertThat(pilot.kills()).isOne();
            assertThat(pilot.losses()).isOne();
            assertThat(pilot.damageDone()).isEqualTo(9);
            assertThat(pilot.iskLost()).isEqualByComparingTo("5");
        });
        assertThat(changes.tallies().hulls()).singleElement().satisfies(hull -> {
            assertThat(hull.kills()).isOne();
            assertThat(hull.losses()).isOne();
        });
    }

    @Test
    void npcs_and_structures_are_no_pilots_but_can_be_searched_for() {
        BattleKillmail mail = inBattle(1, 0, "1", victim(1, 1, 1, RIFTER), npc(), tower(5));

        BattleChanges changes = fold(BattleStory.in(SYSTEM).opens("b", mail));

        assertThat(changes.tallies().participants())
                .extracting(Participant::characterId)
                .containsExactly(FIRST_CHARACTER + 1);
        assertThat(changes.tallies().entities())
                .extracting(BattleEntity::kind, BattleEntity::entityId)
                .containsExactly(
                        tuple("alliance", FIRST_ALLIANCE + 1),
                        tuple("character", FIRST_CHARACTER + 1),
                        tuple("corporation", 1_000_125L),
                        tuple("corporation", FIRST_CORPORATION + 1),
                        tuple("corporation", FIRST_CORPORATION + 5),
                        tuple("ship", (long) RIFTER),
                        tuple("ship", 17_000L),
                        tuple("ship", 35_832L));
    }

    @Test
    void a_merged_battle_keeps_nothing_and_the_survivor_everything() {
        BattleChanges changes = fold(BattleStory.in(SYSTEM)
                .opens("old", first, second)
                .opens("new", third)
                .absorbs("old", "new", 3));

        assertThat(changes.emptied()).containsExactly("new");
        assertThat(changes.battles())
                .extracting(BattleState::battleId, BattleState::mergedInto, BattleState::version)
                .containsExactly(tuple("new", "old", 2L), tuple("old", null, 3L));
        assertThat(changes.killmails().placed())
                .extracting(PlacedKillmail::battleId)
                .containsOnly("old");
        assertThat(changes.tallies().participants())
                .extracting(Participant::battleId)
                .containsOnly("old");
        assertThat(changes.tallies().hulls())
                .extracting(hull -> hull.key().battleId())
                .containsOnly("old");
        assertThat(changes.tallies().entities())
                .extracting(BattleEntity::battleId)
                .containsOnly("old");
    }

    @Test
    void an_event_that_was_handled_before_changes_nothing() {
        List<DomainEventMessage<BattleEvent>> events =
                BattleStory.in(SYSTEM).opens("b", first).attributes("b", second).events();
        BattleChanges before = fold(events, KnownBattles.NONE);
        KnownBattles known =
                new KnownBattles(Map.of("b", before.battles().iterator().next()), before.lastSequences());

        BattleChanges again = fold(events, known);

        assertThat(again.handledCount()).isZero();
        assertThat(again.battles()).isEmpty();
        assertThat(again.tallies().participants()).isEmpty();
    }

    @Test
    void a_gap_in_a_battles_history_is_an_error() {
        List<DomainEventMessage<BattleEvent>> events =
                BattleStory.in(SYSTEM).opens("b", first).attributes("b", second).events();

        assertThatThrownBy(() -> fold(List.of(events.get(0), events.get(2)), KnownBattles.NONE))
                .isInstanceOf(BattleHistoryGapException.class)
                .hasMessageContaining("Battle b jumps from event 0 to event 2");
        assertThatThrownBy(() -> fold(List.of(events.get(1)), KnownBattles.NONE))
                .isInstanceOf(BattleHistoryGapException.class);
    }

    @Test
    void a_battle_without_a_row_is_an_error() {
        List<DomainEventMessage<BattleEvent>> events =
                BattleStory.in(SYSTEM).opens("b", first).events();
        KnownBattles progressOnly = new KnownBattles(Map.of(), Map.of("b", 0L));

        assertThatThrownBy(() -> fold(events, progressOnly)).hasMessageContaining("its row is missing");
    }

    private static Participant participant(BattleChanges changes, int pilot) {
        return changes.tallies().participants().stream()
                .filter(each -> each.characterId() == FIRST_CHARACTER + pilot)
                .findFirst()
                .orElseThrow();
    }

    private static BattleChanges fold(BattleStory story) {
        return fold(story.events(), KnownBattles.NONE);
    }

    private static BattleChanges fold(List<DomainEventMessage<BattleEvent>> events, KnownBattles known) {
        return BattleFold.fold(
                events.stream()
                        .map(event ->
                                new BattleFact(event.getSequenceNumber(), event.getTimestamp(), event.getPayload()))
                        .toList(),
                known);
    }
}
