package io.battlescope.command.sides;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.killmail.Party;
import io.battlescope.command.sides.RealBattles.RealBattle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Sides of fights that were fought. {@code -Dsides.shuffles=1000} reads each of them in that many orders instead of 20; what
 * was measured is in {@code docs/sides-measured.md}.
 */
class RealBattlesTest {

    private static final int SHUFFLES = Integer.getInteger("sides.shuffles", 20);

    private static final Set<Long> GOONSWARM_AND_FRIENDS = Set.of(
            1_354_830_081L,
            99_011_223L,
            99_010_877L,
            99_003_995L,
            131_511_956L,
            99_001_969L,
            99_009_163L,
            99_003_214L,
            99_009_331L);
    private static final Set<Long> FRATERNITY_AND_FRIENDS = Set.of(
            99_003_581L,
            1_727_758_877L,
            386_292_982L,
            498_125_261L,
            1_042_504_553L,
            99_013_537L,
            99_002_685L,
            99_005_393L,
            99_001_317L,
            154_104_258L,
            99_007_203L,
            99_012_654L);

    @Test
    void theTwoCampsOf3usxAreFound() throws IOException {
        List<BattleKillmail> mails = RealBattles.threeUsx();
        SortedMap<Party, Integer> sides = Sides.draw(Fight.graph(mails), List.of());
        References references = References.of(mails, sides);
        assertThat(Fight.camps(sides).values())
                .containsExactly(new TreeSet<>(FRATERNITY_AND_FRIENDS), new TreeSet<>(GOONSWARM_AND_FRIENDS));
        assertThat(references.all()).isEqualTo(2_129);
        assertThat(references.cut() * 100).isGreaterThanOrEqualTo(97 * references.all());
        assertThat(References.mailsWithFriendlyFire(mails, sides)).isEqualTo(114);
    }

    @Test
    void everyOrderOf3usxGivesTheSameSides() throws IOException {
        assertStable(RealBattles.threeUsx(), 1_000);
    }

    @Test
    void theSidesOfRealBattlesCutTheFire() throws IOException {
        References sum = References.NONE;
        List<Double> shares = new ArrayList<>();
        SortedMap<Integer, References> bySides = new TreeMap<>();
        SortedMap<Integer, Integer> counts = new TreeMap<>();
        for (RealBattle battle : RealBattles.all()) {
            SortedMap<Party, Integer> sides = Sides.draw(Fight.graph(battle.killmails()), List.of());
            References references = References.of(battle.killmails(), sides);
            int count = Collections.max(sides.values());
            sum = sum.plus(references);
            shares.add(references.share());
            bySides.merge(count, references, References::plus);
            counts.merge(count, 1, Integer::sum);
        }
        Collections.sort(shares);
        System.out.println("sides of real battles: " + sum + ", median " + shares.get(shares.size() / 2));
        bySides.forEach((count, of) -> System.out.println(counts.get(count) + " with " + count + " sides: " + of));
        assertThat(sum.cut() * 100).isGreaterThanOrEqualTo(95 * sum.all());
        assertThat(sum.unassigned() * 100).isLessThanOrEqualTo(3 * sum.all());
        assertThat(shares.get(shares.size() / 2)).isEqualTo(1);
        assertThat(counts.firstKey()).isEqualTo(2);
    }

    @Test
    void noOrderOfARealBattleChangesItsSides() throws IOException {
        for (RealBattle battle : RealBattles.all()) {
            assertStable(battle.killmails(), SHUFFLES);
        }
    }

    private static void assertStable(List<BattleKillmail> mails, int shuffles) {
        SortedMap<Party, Integer> sides = Sides.draw(Fight.graph(mails), List.of());
        List<BattleKillmail> order = new ArrayList<>(mails);
        Random random = new Random(1);
        for (int shuffle = 0; shuffle < shuffles; shuffle++) {
            Collections.shuffle(order, random);
            assertThat(Sides.draw(Fight.graph(order), List.of())).isEqualTo(sides);
        }
    }
}
