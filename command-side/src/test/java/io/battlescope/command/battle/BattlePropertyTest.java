package io.battlescope.command.battle;

import static io.battlescope.command.story.KillmailBuilder.aKillmail;
import static io.battlescope.command.story.KillmailBuilder.place;
import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.battle.AttributeKillmails;
import io.battlescope.api.battle.BattleCommand;
import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.battle.ChangeOverlay;
import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.battle.OpenBattle;
import io.battlescope.api.battle.OverlayAct;
import io.battlescope.api.battle.OverlayEntry;
import io.battlescope.api.battle.ReleaseKillmails;
import io.battlescope.api.battle.RevalueKillmails;
import io.battlescope.api.killmail.KillmailValue;
import io.battlescope.command.story.KillmailBuilder;
import io.battlescope.command.story.Pilot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Totals and sides depend on which killmails count and what they are worth, not on what happened on the way there. */
class BattlePropertyTest {

    private static final Instant NOON = Instant.parse("2021-11-28T12:00:00Z");

    @Property(tries = 150)
    void whatIsTakenOutLeavesNoTrace(
            @ForAll("fights") List<BattleKillmail> mails,
            @ForAll("fights") List<BattleKillmail> passing,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<BattleKillmail> others = renumbered(passing, 1_000);
        Battle straight = fought(shuffled(mails, random));

        Battle detour = fought(shuffled(together(mails, others), random));
        for (BattleKillmail other : others) {
            detour = random.nextBoolean()
                    ? after(detour, new ReleaseKillmails("b", "act", List.of(other)))
                    : after(detour, exclusion(other));
        }

        assertSame(detour, straight);
    }

    @Property(tries = 150)
    void anotherValueCountsAsIfItHadBeenKnownFromTheStart(
            @ForAll("fights") List<BattleKillmail> mails, @ForAll long seed) {
        Random random = new Random(seed);
        List<BattleKillmail> worthMore = mails.stream()
                .map(mail -> random.nextBoolean() ? mail : mail.worth(isk(random.nextInt(1_000_000_000))))
                .toList();
        Battle detour = fought(shuffled(mails, random));
        for (BattleKillmail mail : shuffled(worthMore, random)) {
            detour = after(detour, new RevalueKillmails("b", List.of(mail, mail)));
        }
        assertSame(detour, fought(shuffled(worthMore, random)));
    }

    private static void assertSame(Battle detour, Battle straight) {
        assertThat(detour.totals()).isEqualTo(straight.totals());
        assertThat(detour.graph()).isEqualTo(straight.graph());
        assertThat(detour.sides()).isEqualTo(straight.sides());
        assertThat(detour.killmails()).isEqualTo(straight.killmails());
    }

    private static ChangeOverlay exclusion(BattleKillmail mail) {
        return new ChangeOverlay(
                "b",
                new OverlayEntry(
                        "exclude-" + mail.killmailId(),
                        "alice",
                        "elsewhere",
                        NOON,
                        new OverlayAct.ExcludeKillmail(mail.killmailId())),
                null,
                List.of(mail));
    }

    /** Some killmails at a time, some of them twice. */
    private static Battle fought(List<BattleKillmail> order) {
        Battle battle = after(
                Battle.NONE,
                new OpenBattle(
                        "b",
                        place(KillmailBuilder.JORUND),
                        LinkageRule.DEFAULT,
                        order.getFirst().killmailId(),
                        List.of(order.getFirst())));
        for (int from = 0; from < order.size(); from += 3) {
            int to = Math.min(order.size(), from + 4);
            battle = after(battle, new AttributeKillmails("b", order.subList(from, to)));
        }
        return battle;
    }

    private static Battle after(Battle battle, BattleCommand command) {
        Battle now = battle;
        for (BattleEvent event : BattleDecider.decide(battle, command)) {
            now = now.evolve(event);
        }
        return now;
    }

    private static List<BattleKillmail> shuffled(List<BattleKillmail> mails, Random random) {
        List<BattleKillmail> order = new ArrayList<>(mails);
        Collections.shuffle(order, random);
        return order;
    }

    private static List<BattleKillmail> together(List<BattleKillmail> some, List<BattleKillmail> others) {
        List<BattleKillmail> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static List<BattleKillmail> renumbered(List<BattleKillmail> mails, long from) {
        List<BattleKillmail> renumbered = new ArrayList<>();
        for (BattleKillmail mail : mails) {
            renumbered.add(new BattleKillmail(
                    from + mail.killmailId(),
                    mail.occurredAt(),
                    mail.receivedAt(),
                    mail.victim(),
                    mail.attackers(),
                    mail.value(),
                    mail.attribution()));
        }
        return renumbered;
    }

    @Provide
    Arbitrary<List<BattleKillmail>> fights() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 120),
                        pilots(),
                        Arbitraries.of(KillmailBuilder.RIFTER, KillmailBuilder.CAPSULE),
                        pilots().set().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.of(KillmailValue.UNKNOWN, isk(1_000), isk(70_000_000), isk(900_000_000_000L)))
                .as(Kill::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25)
                .map(kills -> {
                    List<BattleKillmail> mails = new ArrayList<>();
                    kills.forEach(kill -> mails.add(kill.mail(mails.size() + 1)));
                    return mails;
                });
    }

    private static KillmailValue isk(long amount) {
        return new KillmailValue(BigDecimal.valueOf(amount), KillmailValue.ZKILLBOARD, true);
    }

    private static Arbitrary<Pilot> pilots() {
        return Combinators.combine(
                        Arbitraries.of(Pilot.GOONSWARM, Pilot.FRATERNITY, Pilot.PANDEMIC_HORDE, 99_000_001L),
                        Arbitraries.integers().between(1, 3))
                .as(Pilot::of);
    }

    private record Kill(int minute, Pilot victim, int hull, Set<Pilot> attackers, KillmailValue value) {

        BattleKillmail mail(long id) {
            return aKillmail(id)
                    .at(NOON.plusSeconds(minute * 30L))
                    .of(hull, victim)
                    .by(attackers.toArray(Pilot[]::new))
                    .linkedTo(1, victim, 0)
                    .worth(value);
        }
    }
}
