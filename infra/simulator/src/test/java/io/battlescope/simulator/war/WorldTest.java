package io.battlescope.simulator.war;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.universe.Universe;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WorldTest {

    private static final Universe UNIVERSE = Universe.load();
    private static final World WORLD = new World(7, UNIVERSE);
    private static final long SLOT = World.slotOf(1_767_268_800);

    @Test
    void theSameSeedMakesTheSameWorldInAnyOrder() {
        World again = new World(7, UNIVERSE);
        List<Kill> late = again.kills(SLOT + 50, 1);

        assertThat(texts(again.kills(SLOT, 0))).isEqualTo(texts(WORLD.kills(SLOT, 0)));
        assertThat(texts(late)).isEqualTo(texts(WORLD.kills(SLOT + 50, 1)));
        assertThat(texts(new World(8, UNIVERSE).kills(SLOT, 0))).isNotEqualTo(texts(WORLD.kills(SLOT, 0)));
    }

    @Test
    void killsAreAsManyAsAskedFor() {
        double rate = 40;
        int slots = 360;
        long kills = kills(SLOT, slots, rate).size();

        assertThat(kills / (double) (slots * World.SLOT_SECONDS)).isBetween(rate * 0.85, rate * 1.15);
    }

    @Test
    void everyKindOfFightHappens() {
        Map<Kind, Integer> counts = new TreeMap<>();
        kills(SLOT, 60, 60).forEach(kill -> counts.merge(kill.engagement().kind(), 1, Integer::sum));
        Set<Kind> onlySometimes = Set.of(Kind.BLOODBATH, Kind.MIDNIGHT_BATTLE);

        for (Kind kind : Kind.values()) {
            if (!onlySometimes.contains(kind)) {
                assertThat(counts).containsKey(kind);
            }
        }
    }

    @Test
    void everyPartyOnAMailHasItsPlaceInTheTruth() {
        for (Kill kill : kills(SLOT, 60, 60)) {
            Map<Long, Side> sides = kill.engagement().sides();
            Engagement.partyOf(kill.victim())
                    .ifPresent(party -> assertThat(sides).containsKey(party.id()));
            for (Shooter shooter : kill.shooters()) {
                Engagement.partyOf(shooter.pilot())
                        .filter(_ -> kill.engagement().kind() != Kind.GANK)
                        .ifPresent(party -> assertThat(sides).containsKey(party.id()));
            }
        }
    }

    @Test
    void aBattleGoesOnWhenTheDayChanges() {
        long midnight = World.slotOf(1_767_312_000);
        List<Long> days = kills(midnight - 300, 300, 0.01).stream()
                .filter(kill -> kill.engagement().kind() == Kind.MIDNIGHT_BATTLE)
                .map(kill -> kill.time() / 86_400)
                .distinct()
                .toList();

        assertThat(days).hasSize(2);
    }

    @Test
    void nothingHappensAtARateOfNothingNotEvenAtMidnight() {
        assertThat(kills(World.slotOf(1_767_312_000) - 300, 300, 0)).isEmpty();
    }

    @Test
    void aBloodbathIsAsLargeAsAskedForAndTitansDie() {
        List<Kill> kills = WORLD.kills(new Order(0, 1_767_268_800, Kind.BLOODBATH, 30_002_157, 2_000));

        assertThat(kills).hasSizeGreaterThan(2_000).allMatch(kill -> kill.systemId() == 30_002_157);
        assertThat(kills.stream().filter(kill -> kill.hull().kind().name().equals("TITAN")))
                .isNotEmpty();
    }

    @Test
    void nobodyIsVictimAndKillerAtOnce() {
        for (Kill kill : kills(SLOT, 60, 60)) {
            Set<Long> killers = new HashSet<>();
            kill.shooters().forEach(shooter -> killers.add(shooter.pilot().characterId()));
            assertThat(killers)
                    .doesNotContain(
                            kill.victim().characterId() == 0
                                    ? -1
                                    : kill.victim().characterId());
            assertThat(kill.shooters()).isNotEmpty();
            assertThat(kill.shooters().stream()
                            .filter(shooter -> shooter.pilot().isPlayer())
                            .map(Shooter::pilot))
                    .doesNotHaveDuplicates();
        }
    }

    private static List<Kill> kills(long from, int slots, double rate) {
        List<Kill> kills = new ArrayList<>();
        for (long slot = from; slot < from + slots; slot++) {
            for (int number : WORLD.activities(slot, rate)) {
                kills.addAll(WORLD.kills(slot, number));
            }
        }
        return kills;
    }

    private static List<String> texts(List<Kill> kills) {
        return kills.stream()
                .map(kill -> kill.time() + " " + kill.victim() + " " + kill.hull() + " " + kill.shooters() + " "
                        + kill.seed() + kill.engagement().sides())
                .toList();
    }
}
