package io.battlescope.api.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.battle.BattleMerged;
import io.battlescope.api.battle.BattleOpened;
import io.battlescope.api.battle.BattleTotals;
import io.battlescope.api.battle.KillmailsAttributed;
import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.battle.OverlayAct;
import io.battlescope.api.battle.OverlayUndone;
import io.battlescope.api.killmail.KillmailValue;
import io.battlescope.api.killmail.Place;
import io.battlescope.api.killmail.Victim;
import io.battlescope.api.universe.SpaceType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifecycleMessageTest {

    private static final Instant END = Instant.parse("2026-11-01T13:00:00Z");
    private static final Instant TOLD = Instant.parse("2026-11-01T13:00:30Z");
    private static final Place THERA = new Place(31000005, null, null, SpaceType.THERA, null);

    @Test
    void aNewBattleTellsWhereAndWhatOpenedIt() {
        LifecycleMessage message =
                LifecycleMessage.of(new BattleOpened("b", 31000005, THERA, LinkageRule.DEFAULT, 42), 0, TOLD);

        assertThat(message)
                .isEqualTo(new LifecycleMessage(
                        1,
                        LifecycleType.CREATED,
                        "b",
                        31000005,
                        0,
                        TOLD,
                        List.of(new Change.Opening(THERA, LinkageRule.DEFAULT, 42)),
                        null,
                        null));
    }

    @Test
    void aKillFifteenMinutesBeforeTheLatestIsStillInTime() {
        assertThat(changes(2, kill(1, 900), kill(2, 0))).containsExactly(new Change.Growth(List.of(1L, 2L)));
    }

    @Test
    void anOlderOneIsLateByTheSecondsToTheLatestKill() {
        assertThat(changes(2, kill(1, 901))).containsExactly(new Change.LateArrival(List.of(1L), 901));
    }

    @Test
    void lateOnesAreToldApartFromThoseThatCameWithThem() {
        assertThat(changes(5, kill(1, 3_600), kill(2, 10), kill(3, 1_000)))
                .containsExactly(new Change.Growth(List.of(2L)), new Change.LateArrival(List.of(1L, 3L), 3_600));
    }

    @Test
    void nothingThatABattleIsOpenedWithIsLate() {
        assertThat(changes(1, kill(1, 3_600), kill(2, 0))).containsExactly(new Change.Growth(List.of(1L, 2L)));
    }

    @Test
    void aMergerNamesTheSurvivor() {
        LifecycleMessage message = LifecycleMessage.of(new BattleMerged("b", 31000005, "survivor", 42), 9, TOLD);

        assertThat(message.type()).isEqualTo(LifecycleType.MERGED);
        assertThat(message.intoBattleId()).isEqualTo("survivor");
        assertThat(message.changes()).containsExactly(new Change.Merge(42, null));
    }

    @Test
    void whatWasTakenBackIsACorrectionThatNamesTheAct() {
        LifecycleMessage message = LifecycleMessage.of(
                new OverlayUndone("b", 31000005, "first", "second", "bob", "A mistake", TOLD), 9, TOLD);

        assertThat(message.changes())
                .containsExactly(
                        new Change.Correction("second", "bob", "A mistake", new OverlayAct.Undo("first"), null));
    }

    private static List<Change> changes(long sequence, BattleKillmail... killmails) {
        BattleTotals totals = new BattleTotals(9, 9, 20, BigDecimal.ZERO, 9, END.minusSeconds(7_200), END);
        KillmailsAttributed event = new KillmailsAttributed("b", 31000005, Arrays.asList(killmails), totals);
        return LifecycleMessage.of(event, sequence, TOLD).changes();
    }

    private static BattleKillmail kill(long killmailId, long secondsBeforeEnd) {
        Victim victim = new Victim(91L, 98000001L, null, null, null, 587, 25, 6, false, false, 500);
        Instant at = END.minusSeconds(secondsBeforeEnd);
        return new BattleKillmail(killmailId, at, at.plusSeconds(30), victim, List.of(), KillmailValue.UNKNOWN, null);
    }
}
