package io.battlescope.command.sides;

import static io.battlescope.command.story.KillmailBuilder.RIFTER;
import static io.battlescope.command.story.KillmailBuilder.aKillmail;
import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.command.story.KillmailBuilder;
import io.battlescope.command.story.Pilot;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What drawing sides costs in battles larger than any that was fought. The limit is only there to notice a slip in complexity on a busy machine. */
class SidesCostTest {

    @ParameterizedTest
    @ValueSource(ints = {100, 1_000})
    void manyPartiesAreDrawnQuickly(int parties) {
        HostilityGraph graph = melee(parties, 6 * parties);
        long[] nanos = new long[15];
        for (int turn = 0; turn < nanos.length; turn++) {
            long start = System.nanoTime();
            Sides.draw(graph, List.of());
            nanos[turn] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        Duration median = Duration.ofNanos(nanos[nanos.length / 2]);
        long bonds =
                graph.bonds().values().stream().mapToLong(row -> row.size()).sum();
        System.out.println("sides of " + parties + " parties, " + bonds + " bonds: " + median.toMillis() + " ms");
        assertThat(median).isLessThan(Duration.ofSeconds(20));
    }

    /** Three coalitions and one party in ten that shoots whom it meets. */
    private static HostilityGraph melee(int parties, int kills) {
        Random random = new Random(7);
        HostilityGraph graph = HostilityGraph.EMPTY;
        for (int id = 1; id <= kills; id++) {
            int victim = random.nextInt(parties);
            KillmailBuilder mail = aKillmail(id).of(RIFTER, pilot(victim));
            int coalition = (victim + 1 + random.nextInt(2)) % 3;
            for (int attacker = 0; attacker < 12; attacker++) {
                int any = random.nextInt(parties);
                mail.by(pilot(random.nextInt(10) == 0 ? any : any - any % 3 + coalition));
            }
            graph = graph.plus(BattleKillmail.of(mail.enriched(), null));
        }
        return graph;
    }

    private static Pilot pilot(int party) {
        return Pilot.of(99_000_000L + party, 1);
    }
}
