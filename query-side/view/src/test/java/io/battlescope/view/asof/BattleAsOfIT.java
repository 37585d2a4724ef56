package io.battlescope.view.asof;

import static io.battlescope.view.fixture.QueryDatabase.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.battle.BattleAbsorbed;
import io.battlescope.api.battle.BattleEnded;
import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.battle.BattleMerged;
import io.battlescope.api.battle.BattleOpened;
import io.battlescope.api.battle.BattleReopened;
import io.battlescope.api.battle.BattleResumed;
import io.battlescope.api.battle.KillmailsAttributed;
import io.battlescope.api.battle.KillmailsRemoved;
import io.battlescope.api.battle.KillmailsRevalued;
import io.battlescope.api.battle.KillmailsRevalued.Revaluation;
import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.battle.OverlayAct;
import io.battlescope.api.battle.OverlayChanged;
import io.battlescope.api.battle.OverlayEntry;
import io.battlescope.api.battle.OverlayUndone;
import io.battlescope.api.battle.PartySide;
import io.battlescope.api.battle.RemovalCause;
import io.battlescope.api.battle.RuleAdopted;
import io.battlescope.api.battle.SidesDrawn;
import io.battlescope.api.killmail.Place;
import io.battlescope.api.universe.SecurityBand;
import io.battlescope.api.universe.SpaceType;
import io.battlescope.view.battle.BattleDetail;
import io.battlescope.view.battle.FindBattle;
import io.battlescope.view.fixture.Answers;
import io.battlescope.view.fixture.QueryDatabase;
import io.battlescope.view.fixture.RandomMails;
import io.battlescope.view.fixture.ToldBattle;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BattleAsOfIT {

    private static final Instant FIGHT = NOON.minusSeconds(86_400);
    private static final Place JITA = new Place(30000142, 20000020, 10000002, SpaceType.KSPACE, SecurityBand.HIGHSEC);

    private static QueryDatabase database;
    private static Answers answers;

    private ToldBattle battle;
    private Instant clock;

    @BeforeAll
    static void start() {
        database = QueryDatabase.migrated();
        answers = new Answers(database);
    }

    @AfterAll
    static void stop() {
        answers.close();
        database.close();
    }

    @BeforeEach
    void empty() {
        database.clear();
        battle = new ToldBattle(database, "b");
        clock = NOON;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theLatestPastIsThePresent(long seed) {
        story(seed);
        battle.write();
        battle.parties().stream()
                .filter(party -> party.id() % 2 == 0)
                .forEach(party ->
                        database.named(party.id(), "No. " + party.id(), null).insert());

        BattleDetail past = asOf(clock);

        assertThat(past).isEqualTo(now());
        assertThat(past.namesTag()).as("names are those of today").isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void thePastIsWhatThePresentWasThen(long seed) {
        story(seed);
        battle.write();
        Instant then = clock;
        BattleDetail present = now();
        List<BattleKillmail> later = new RandomMails(seed + 1, FIGHT, 7, 40)
                .mails(60, 4).stream()
                        .map(mail -> ToldBattle.numbered(mail, mail.killmailId() + 1_000))
                        .toList();
        tell(new KillmailsAttributed("b", 30000142, later, null));
        tell(new SidesDrawn("b", 30000142, List.of(new PartySide(RandomMails.party(0), 2, false)), 2));
        tell(new KillmailsRemoved(
                "b",
                30000142,
                RemovalCause.RECLUSTERED,
                "r",
                battle.mails().stream().limit(20).toList(),
                null));
        tell(new BattleMerged("b", 30000142, "survivor", 5));

        assertThat(asOf(then)).isEqualTo(present);
        assertThat(answers.to(new FindBattleAsOf("b", clock))).isEqualTo(new BattleAsOf.Merged("survivor"));
    }

    @Test
    void aBattleIsKnownFromTheMomentItHasItsLosses() {
        opened();
        Instant beforeTheKillmails = clock;
        tell(new KillmailsAttributed("b", 30000142, new RandomMails(1, FIGHT, 3, 9).mails(9, 3), null));

        assertThat(answers.to(new FindBattleAsOf("b", NOON.minusSeconds(1)))).isEqualTo(new BattleAsOf.NotYet());
        assertThat(answers.to(new FindBattleAsOf("nobody", clock))).isEqualTo(new BattleAsOf.NotYet());
        assertThat(answers.to(new FindBattleAsOf("b", beforeTheKillmails))).isEqualTo(new BattleAsOf.TooFewLosses());
        assertThat(answers.to(new FindBattleAsOf("b", clock))).isInstanceOf(BattleAsOf.Known.class);
    }

    @Test
    void aClockThatWasSetBackLeavesNoHoleInTheHistory() {
        opened();
        List<BattleKillmail> mails = new RandomMails(1, FIGHT, 3, 9).mails(9, 3);
        tell(new KillmailsAttributed("b", 30000142, mails, null));
        Instant then = clock;
        tell(new KillmailsAttributed("b", 30000142, List.of(ToldBattle.numbered(mails.getFirst(), 99)), null));
        battle.tell(NOON.minusSeconds(5), new KillmailsRemoved("b", 30000142, RemovalCause.EXCLUDED, "x", mails, null));

        assertThat(asOf(then).battle().killCount()).isEqualTo(9);
    }

    /** A life with everything that can happen to a battle, in an order that a seed decides. */
    private void story(long seed) {
        Random random = new Random(seed);
        opened();
        List<BattleKillmail> mails = new RandomMails(seed, FIGHT, 7, 40).mails(120, 6);
        int told = 0;
        for (int step = 0; step < 30; step++) {
            int next = Math.min(mails.size(), told + random.nextInt(8));
            tell(new KillmailsAttributed("b", 30000142, mails.subList(told, next), null));
            told = next;
            sides(random);
            switch (random.nextInt(8)) {
                case 0 -> removed(random);
                case 1 -> revalued(random);
                case 2 -> tell(new RuleAdopted("b", 30000142, new LinkageRule(600 + step, 2, 1), "act-rule"));
                case 3 -> act("t" + step, new OverlayAct.SetTitle("Battle of " + step));
                case 4 -> act("n" + step, new OverlayAct.Annotate("note " + step));
                case 5 -> tell(new OverlayUndone("b", 30000142, "t" + (step - 1), "u" + step, "Bob", "wrong", clock));
                case 6 -> tell(new BattleEnded("b", 30000142, clock, 1800, battle.totals()));
                default -> tell(new BattleResumed("b", 30000142, clock, battle.totals()));
            }
        }
        tell(new BattleAbsorbed("b", 30000142, "other", 7, mails.size() - told));
        tell(new KillmailsAttributed("b", 30000142, mails.subList(told, mails.size()), null));
        if (seed % 2 == 0) {
            tell(new BattleMerged("b", 30000142, "x", 3));
            tell(new BattleReopened("b", 30000142, "act"));
            tell(new KillmailsAttributed("b", 30000142, mails.subList(10, 100), null));
            sides(random);
        }
    }

    private void opened() {
        battle.tell(clock, new BattleOpened("b", 30000142, JITA, LinkageRule.DEFAULT, 4));
    }

    private void sides(Random random) {
        List<PartySide> changes = battle.parties().stream()
                .filter(party -> random.nextInt(3) == 0)
                .map(party -> {
                    int side = random.nextInt(4);
                    return new PartySide(party, side == 0 ? null : side, random.nextInt(5) == 0);
                })
                .toList();
        tell(new SidesDrawn("b", 30000142, changes, 3));
    }

    private void removed(Random random) {
        List<BattleKillmail> some =
                battle.mails().stream().filter(mail -> random.nextInt(10) == 0).toList();
        tell(new KillmailsRemoved("b", 30000142, RemovalCause.EXCLUDED, "act-out", some, null));
    }

    private void revalued(Random random) {
        List<Revaluation> some = battle.mails().stream()
                .filter(mail -> random.nextInt(5) == 0)
                .map(mail -> new Revaluation(
                        ToldBattle.worth(
                                mail,
                                random.nextInt(6) == 0 ? null : BigDecimal.valueOf(random.nextInt(10_000_000), 2)),
                        mail.value()))
                .toList();
        tell(new KillmailsRevalued("b", 30000142, some, null));
    }

    private void act(String actId, OverlayAct act) {
        tell(new OverlayChanged("b", 30000142, new OverlayEntry(actId, "Alice", "because", clock, act), null));
    }

    private void tell(BattleEvent event) {
        clock = clock.plusSeconds(60);
        battle.tell(clock, event);
    }

    private static BattleDetail asOf(Instant at) {
        return ((BattleAsOf.Known) answers.to(new FindBattleAsOf("b", at))).battle();
    }

    private static BattleDetail now() {
        return answers.to(new FindBattle("b")).orElseThrow();
    }
}
