package io.battlescope.command.sides;

import static io.battlescope.command.story.KillmailBuilder.RIFTER;
import static io.battlescope.command.story.KillmailBuilder.aKillmail;

import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.killmail.Party;
import io.battlescope.command.story.KillmailBuilder;
import io.battlescope.command.story.Pilot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A fight told kill by kill, and the sides drawn of it. */
final class Fight {

    private final List<BattleKillmail> mails = new ArrayList<>();
    private final List<Pin> pins = new ArrayList<>();

    /** So many times the pilot loses a frigate to the others. */
    Fight kills(int times, Pilot victim, Pilot... attackers) {
        for (int time = 0; time < times; time++) {
            kill(aKillmail(mails.size() + 1L).of(RIFTER, victim).by(attackers));
        }
        return this;
    }

    Fight kill(KillmailBuilder mail) {
        mails.add(BattleKillmail.of(mail.enriched(), null));
        return this;
    }

    Fight pinned(Pilot pilot, Integer sideId, Pilot with) {
        pins.add(new Pin(pilot.party(), sideId, with == null ? null : with.party()));
        return this;
    }

    List<BattleKillmail> mails() {
        return mails;
    }

    SortedMap<Party, Integer> sides() {
        return Sides.draw(graph(mails), pins);
    }

    int sideOf(Pilot pilot) {
        return sides().get(pilot.party());
    }

    /** The parties of each side, sides in order; those unassigned are missing. */
    List<TreeSet<Long>> camps() {
        return List.copyOf(camps(sides()).values());
    }

    static SortedMap<Integer, TreeSet<Long>> camps(Map<Party, Integer> sides) {
        SortedMap<Integer, TreeSet<Long>> camps = new TreeMap<>();
        sides.forEach((party, side) -> {
            if (side > 0) {
                camps.computeIfAbsent(side, number -> new TreeSet<>()).add(party.id());
            }
        });
        return camps;
    }

    static HostilityGraph graph(Iterable<BattleKillmail> mails) {
        HostilityGraph graph = HostilityGraph.EMPTY;
        for (BattleKillmail mail : mails) {
            graph = graph.plus(mail);
        }
        return graph;
    }
}
