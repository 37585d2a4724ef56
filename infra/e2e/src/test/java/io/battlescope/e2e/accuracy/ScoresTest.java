package io.battlescope.e2e.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.battlescope.e2e.rule.Mail;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A yardstick has to be right before anything is measured with it. */
class ScoresTest {

    private static final Offset<Double> EXACTLY = within(1e-9);

    /** Killmails 1 to 4; parties 10 (three pilots) and 11 against 20 (two pilots). */
    private static final Fight FLEETS = fight(
            "f1",
            "fleet_battle",
            true,
            Map.of(10L, "a", 11L, "a", 20L, "b"),
            mail(1, Map.of(101L, 10L, 201L, 20L)),
            mail(2, Map.of(102L, 10L, 202L, 20L)),
            mail(3, Map.of(103L, 10L, 111L, 11L)),
            mail(4, Map.of(101L, 10L, 201L, 20L)));

    private static final Fight CAMP = fight(
            "f2",
            "gate_camp",
            true,
            Map.of(30L, "a", 40L, "b"),
            mail(5, Map.of(301L, 30L)),
            mail(6, Map.of(401L, 40L)));
    private static final Fight LONER =
            fight("f3", "solo", false, Map.of(50L, "a", 60L, "b"), mail(7, Map.of(501L, 50L, 601L, 60L)));

    @Test
    @DisplayName("Fights that are battles of their own are all right")
    void exactBattlesScoreOne() {
        BattleScore score =
                BattleScore.of(List.of(FLEETS, CAMP, LONER), List.of(found("x", 1, 2, 3, 4), found("y", 5, 6)));

        assertThat(score.total().recall()).isEqualTo(1);
        assertThat(score.total().precision()).isEqualTo(1);
    }

    @Test
    @DisplayName("A fight in two battles loses pairs, and claims nothing wrong")
    void splittingCostsRecall() {
        BattleScore score = BattleScore.of(List.of(FLEETS), List.of(found("x", 1, 2), found("y", 3, 4)));

        assertThat(score.total().recall()).isCloseTo(2 / 6.0, EXACTLY);
        assertThat(score.total().precision()).isEqualTo(1);
    }

    @Test
    @DisplayName("Two fights in one battle claim pairs of both kinds wrongly")
    void mergingCostsPrecision() {
        BattleScore score = BattleScore.of(List.of(FLEETS, CAMP), List.of(found("x", 1, 2, 3, 4, 5, 6)));

        assertThat(score.total().recall()).isEqualTo(1);
        assertThat(score.total().precision()).isCloseTo(7 / 15.0, EXACTLY);
        assertThat(score.byKind().get("fleet_battle").precision()).isCloseTo(6 / 14.0, EXACTLY);
        assertThat(score.byKind().get("gate_camp").precision()).isCloseTo(1 / 9.0, EXACTLY);
    }

    @Test
    @DisplayName("A lone loss taken into a battle is a wrong claim")
    void strangersCostPrecision() {
        BattleScore score = BattleScore.of(List.of(CAMP, LONER), List.of(found("x", 5, 6, 7)));

        assertThat(score.total().precision()).isCloseTo(1 / 3.0, EXACTLY);
        assertThat(score.byKind().get("solo").precision()).isZero();
    }

    @Test
    @DisplayName("A battle that was not found has neither its pairs nor its pilots")
    void missingBattlesCostRecall() {
        assertThat(BattleScore.of(List.of(FLEETS), List.of()).total().recall()).isZero();
        assertThat(SideScore.of(List.of(FLEETS), List.of()).total().recall()).isZero();
    }

    @Test
    @DisplayName("Sides are right whatever their numbers are")
    void numbersOfSidesMeanNothing() {
        SideScore score = SideScore.of(
                List.of(FLEETS), List.of(new FoundBattle("x", Set.of(1L, 2L, 3L, 4L), Map.of(10L, 2, 11L, 2, 20L, 1))));

        assertThat(score.total().recall()).isEqualTo(1);
        assertThat(score.total().precision()).isEqualTo(1);
    }

    @Test
    @DisplayName("A party on the wrong side costs its pilots, one on no side only what was there to find")
    void wrongAndMissingSides() {
        Tally wrong = SideScore.of(
                        List.of(FLEETS), List.of(new FoundBattle("x", Set.of(1L, 2L), Map.of(10L, 1, 11L, 2, 20L, 2))))
                .total();
        assertThat(wrong.recall()).isCloseTo(5 / 6.0, EXACTLY);
        assertThat(wrong.precision()).isCloseTo(5 / 6.0, EXACTLY);

        Tally missing = SideScore.of(
                        List.of(FLEETS), List.of(new FoundBattle("x", Set.of(1L, 2L), Map.of(10L, 1, 20L, 2))))
                .total();
        assertThat(missing.recall()).isCloseTo(5 / 6.0, EXACTLY);
        assertThat(missing.precision()).isEqualTo(1);
    }

    @Test
    @DisplayName("Both fleets on one side are half right at best")
    void oneSideForAll() {
        Tally tally = SideScore.of(
                        List.of(FLEETS), List.of(new FoundBattle("x", Set.of(1L), Map.of(10L, 1, 11L, 1, 20L, 1))))
                .total();

        assertThat(tally.recall()).isCloseTo(4 / 6.0, EXACTLY);
    }

    private static FoundBattle found(String id, long... killmails) {
        Set<Long> ids = new java.util.HashSet<>();
        for (long killmail : killmails) {
            ids.add(killmail);
        }
        return new FoundBattle(id, ids, Map.of());
    }

    private static Fight fight(String id, String kind, boolean isBattle, Map<Long, String> sides, Mail... mails) {
        Map<Long, Mail> byId = new HashMap<>();
        for (Mail mail : mails) {
            byId.put(mail.id(), mail);
        }
        return new Fight(id, kind, byId, sides, isBattle);
    }

    private static Mail mail(long id, Map<Long, Long> crew) {
        return new Mail(id, 30001046, id, Set.copyOf(crew.values()), true, crew, null, 587, 1, null);
    }
}
