package io.battlescope.command.sides;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.killmail.Attacker;
import io.battlescope.api.killmail.Party;
import io.battlescope.api.side.KillEvidence;
import io.battlescope.api.side.PairEvidence;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Who fought whom and who fought beside whom in a battle: the sum of the evidence of its killmails. Immutable. Killmails can be
 * added and taken away in any order; the same set of killmails gives an equal graph.
 *
 * @param seen the parties on the killmails, by id
 * @param bonds what two parties have between them, by the smaller id and then by the larger one; fire within one party and at
 *     victims without a party is none
 */
public record HostilityGraph(
        @JsonProperty("seen") PMap<Long, Seen> seen,
        @JsonProperty("bonds") PMap<Long, PMap<Long, Bond>> bonds) {

    public static final HostilityGraph EMPTY = new HostilityGraph(HashTreePMap.empty(), HashTreePMap.empty());

    private static final Comparator<Party> BY_ID = Comparator.comparingLong(Party::id);

    /** The graph with one more killmail; costs what the mail's pairs of parties cost. */
    public HostilityGraph plus(BattleKillmail mail) {
        return with(mail, 1);
    }

    /** The graph as if it had never seen the killmail; the mail has to be the one that was added, value included. */
    public HostilityGraph minus(BattleKillmail mail) {
        return with(mail, -1);
    }

    /** Every party that a killmail names, by id. */
    public SortedSet<Party> parties() {
        SortedSet<Party> parties = new TreeSet<>(BY_ID);
        seen.forEach((id, party) -> parties.add(new Party(party.kind(), id)));
        return parties;
    }

    public boolean contains(long partyId) {
        return seen.containsKey(partyId);
    }

    Bond between(long one, long other) {
        PMap<Long, Bond> row = bonds.get(Math.min(one, other));
        return row == null ? Bond.NONE : row.getOrDefault(Math.max(one, other), Bond.NONE);
    }

    private HostilityGraph with(BattleKillmail mail, int times) {
        PMap<Long, Seen> parties = seen;
        for (Party party : partiesOf(mail)) {
            Seen now =
                    parties.getOrDefault(party.id(), new Seen(party.kind(), 0)).plus(times);
            parties = now.mails() == 0 ? parties.minus(party.id()) : parties.plus(party.id(), now);
        }
        PMap<Long, PMap<Long, Bond>> rows = bonds;
        for (PairEvidence pair : KillEvidence.of(mail)) {
            if (pair.low() != 0 && pair.low() != pair.high()) {
                rows = with(rows, pair, times);
            }
        }
        return new HostilityGraph(parties, rows);
    }

    private static PMap<Long, PMap<Long, Bond>> with(PMap<Long, PMap<Long, Bond>> rows, PairEvidence pair, int times) {
        PMap<Long, Bond> row = rows.getOrDefault(pair.low(), HashTreePMap.empty());
        Bond now = row.getOrDefault(pair.high(), Bond.NONE)
                .plus(new Bond(times * pair.hostility(), times * pair.attraction()));
        row = now.isNone() ? row.minus(pair.high()) : row.plus(pair.high(), now);
        return row.isEmpty() ? rows.minus(pair.low()) : rows.plus(pair.low(), row);
    }

    private static SortedSet<Party> partiesOf(BattleKillmail mail) {
        SortedSet<Party> parties = new TreeSet<>(BY_ID);
        for (Attacker attacker : mail.attackers()) {
            if (attacker.party() != null) {
                parties.add(attacker.party());
            }
        }
        if (mail.victim().party() != null) {
            parties.add(mail.victim().party());
        }
        return parties;
    }
}
