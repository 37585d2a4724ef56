package io.battlescope.command.sides;

import static io.battlescope.command.story.KillmailBuilder.RIFTER;
import static io.battlescope.command.story.KillmailBuilder.aKillmail;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.pcollections.PCollectionsModule;
import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.json.MessageJson;
import io.battlescope.command.story.KillmailBuilder;
import io.battlescope.command.story.Pilot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Sides are a function of the set of killmails: of no order, and of nothing that was there once. */
class SidesPropertyTest {

    private static final ObjectMapper SNAPSHOTS = MessageJson.newMapper().registerModule(new PCollectionsModule());

    @Property(tries = 300)
    void anyOrderGivesTheSameGraphAndTheSameSides(@ForAll("fights") List<BattleKillmail> mails, @ForAll long seed) {
        List<BattleKillmail> shuffled = new ArrayList<>(mails);
        Collections.shuffle(shuffled, new Random(seed));
        HostilityGraph graph = Fight.graph(mails);
        HostilityGraph other = Fight.graph(shuffled);
        assertThat(other).isEqualTo(graph);
        assertThat(Sides.draw(other, List.of())).isEqualTo(Sides.draw(graph, List.of()));
    }

    @Property(tries = 300)
    void whatIsTakenAwayWasNeverThere(@ForAll("fights") List<BattleKillmail> mails, @ForAll long seed) {
        Random random = new Random(seed);
        List<BattleKillmail> kept =
                mails.stream().filter(mail -> random.nextBoolean()).toList();
        List<BattleKillmail> taken = new ArrayList<>(mails);
        taken.removeAll(kept);
        Collections.shuffle(taken, random);
        HostilityGraph graph = Fight.graph(mails);
        for (BattleKillmail mail : taken) {
            graph = graph.minus(mail);
        }
        assertThat(graph).isEqualTo(Fight.graph(kept));
        assertThat(Sides.draw(graph, List.of())).isEqualTo(Sides.draw(Fight.graph(kept), List.of()));
    }

    @Property(tries = 100)
    void aSnapshotRemembersTheGraph(@ForAll("fights") List<BattleKillmail> mails) throws JsonProcessingException {
        HostilityGraph graph = Fight.graph(mails);
        HostilityGraph read = SNAPSHOTS.readValue(SNAPSHOTS.writeValueAsString(graph), HostilityGraph.class);
        assertThat(read).isEqualTo(graph);
        assertThat(Sides.draw(read, List.of())).isEqualTo(Sides.draw(graph, List.of()));
    }

    @Property(tries = 300)
    void sidesAreNumberedWithoutGapsAndNameEveryParty(@ForAll("fights") List<BattleKillmail> mails) {
        HostilityGraph graph = Fight.graph(mails);
        var sides = Sides.draw(graph, List.of());
        assertThat(sides.keySet()).containsExactlyElementsOf(graph.parties());
        int highest = 0;
        for (int side : sides.values()) {
            assertThat(side).isBetween(0, highest + 1);
            highest = Math.max(highest, side);
        }
    }

    @Provide
    Arbitrary<List<BattleKillmail>> fights() {
        return Arbitraries.longs().map(SidesPropertyTest::fight);
    }

    /** Up to seven parties and two pilots of no group who shoot at random, now and then at their own. */
    private static List<BattleKillmail> fight(long seed) {
        Random random = new Random(seed);
        List<BattleKillmail> mails = new ArrayList<>();
        int count = random.nextInt(40);
        for (int id = 1; id <= count; id++) {
            KillmailBuilder mail =
                    aKillmail(id).of(RIFTER, pilot(random)).worth(Long.toString(1L << random.nextInt(45)));
            int attackers = 1 + random.nextInt(5);
            for (int attacker = 0; attacker < attackers; attacker++) {
                mail.dealing(random.nextInt(500), pilot(random));
            }
            mails.add(BattleKillmail.of(random.nextInt(6) == 0 ? mail.byNpcs().enriched() : mail.enriched(), null));
        }
        return mails;
    }

    private static Pilot pilot(Random random) {
        int party = random.nextInt(9);
        return party < 2 ? Pilot.ofNoGroup(party) : Pilot.of(99_000_000L + party, random.nextInt(4));
    }
}
