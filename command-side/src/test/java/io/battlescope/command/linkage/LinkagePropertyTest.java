package io.battlescope.command.linkage;

import static io.battlescope.command.story.KillmailBuilder.aKillmail;
import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.command.story.KillmailBuilder;
import io.battlescope.command.story.Pilot;
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

/** A battle is a function of the set of killmails: whatever the order, the duplicates and the cuts between deliveries. */
class LinkagePropertyTest {

    private static final Instant MORNING = Instant.parse("2021-11-28T23:30:00Z");

    @Property(tries = 400)
    void battlesAreThoseOfTheRuleOnPaper(
            @ForAll("streams") List<EnrichedKillmail> mails, @ForAll("rules") LinkageRule rule, @ForAll long seed) {
        Random random = new Random(seed);
        RememberedIndex index = new RememberedIndex(rule);
        for (List<EnrichedKillmail> poll : polls(disturbed(mails, random), random)) {
            index.deliver(poll);
        }
        assertThat(index.battles()).isEqualTo(ReferenceBattles.of(rule, mails));
    }

    @Property(tries = 200)
    void idsDoNotDependOnTheCutsBetweenDeliveries(
            @ForAll("streams") List<EnrichedKillmail> mails, @ForAll("rules") LinkageRule rule, @ForAll long seed) {
        List<EnrichedKillmail> order = disturbed(mails, new Random(seed));
        RememberedIndex oneByOne = new RememberedIndex(rule);
        order.forEach(mail -> oneByOne.deliver(List.of(mail)));
        RememberedIndex allAtOnce = new RememberedIndex(rule);
        allAtOnce.deliver(order);
        assertThat(allAtOnce.battlesById()).isEqualTo(oneByOne.battlesById());
    }

    @Property(tries = 200)
    void everyPlacementIsExplained(
            @ForAll("streams") List<EnrichedKillmail> mails, @ForAll("rules") LinkageRule rule, @ForAll long seed) {
        Random random = new Random(seed);
        RememberedIndex index = new RememberedIndex(rule);
        polls(disturbed(mails, random), random).forEach(index::deliver);
        index.assertEveryPlacementIsExplained();
    }

    private static List<EnrichedKillmail> disturbed(List<EnrichedKillmail> mails, Random random) {
        List<EnrichedKillmail> order = new ArrayList<>(mails);
        for (EnrichedKillmail mail : mails) {
            if (random.nextInt(4) == 0) {
                order.add(mail);
            }
        }
        Collections.shuffle(order, random);
        return order;
    }

    private static List<List<EnrichedKillmail>> polls(List<EnrichedKillmail> order, Random random) {
        List<List<EnrichedKillmail>> polls = new ArrayList<>();
        for (int from = 0; from < order.size(); ) {
            int to = Math.min(order.size(), from + 1 + random.nextInt(6));
            polls.add(order.subList(from, to));
            from = to;
        }
        return polls;
    }

    @Provide
    Arbitrary<LinkageRule> rules() {
        return Combinators.combine(
                        Arbitraries.of(60, 900), Arbitraries.integers().between(2, 4), Arbitraries.of(1, 1, 2))
                .as(LinkageRule::new);
    }

    /** Few systems, parties, pilots and minutes, so that much is linked, nearly linked, and linked late. */
    @Provide
    Arbitrary<List<EnrichedKillmail>> streams() {
        return kills().list().ofMinSize(1).ofMaxSize(40).map(kills -> {
            List<EnrichedKillmail> mails = new ArrayList<>();
            kills.forEach(kill -> mails.add(kill.mail(mails.size() + 1)));
            return mails;
        });
    }

    private static Arbitrary<Kill> kills() {
        return Combinators.combine(
                        Arbitraries.of(KillmailBuilder.JORUND, KillmailBuilder.AMAMAKE, KillmailBuilder.ABYSS),
                        Arbitraries.integers().between(0, 240).map(minute -> minute * 30),
                        pilots(),
                        Arbitraries.of(KillmailBuilder.RIFTER, KillmailBuilder.RIFTER, KillmailBuilder.CAPSULE),
                        pilots().set().ofMaxSize(3))
                .as(Kill::new);
    }

    private static Arbitrary<Pilot> pilots() {
        Arbitrary<Pilot> members = Combinators.combine(
                        Arbitraries.of(
                                Pilot.GOONSWARM, Pilot.FRATERNITY, Pilot.PANDEMIC_HORDE, 99_000_001L, 99_000_002L),
                        Arbitraries.integers().between(1, 3))
                .as(Pilot::of);
        return Arbitraries.oneOf(members, Arbitraries.integers().between(1, 3).map(Pilot::ofNoGroup));
    }

    private record Kill(int system, int second, Pilot victim, int hull, Set<Pilot> attackers) {

        EnrichedKillmail mail(long id) {
            KillmailBuilder mail = aKillmail(id)
                    .in(system)
                    .at(MORNING.plusSeconds(second))
                    .of(hull, victim)
                    .by(attackers.toArray(Pilot[]::new));
            return (attackers.isEmpty() ? mail.byNpcs() : mail).enriched();
        }
    }
}
