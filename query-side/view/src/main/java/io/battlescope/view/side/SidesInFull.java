package io.battlescope.view.side;

import io.battlescope.api.side.PairEvidence;
import io.battlescope.view.name.NamedParty;
import io.battlescope.view.name.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Draws the sides of a battle with their parties, each with its share, its confidence and the evidence.
 */
public final class SidesInFull {

    private final Standing standing;
    private final boolean valued;
    private final Collection<SideHull> hulls;
    private final Names names;
    private final SortedMap<Long, NamedParty> parties;
    private final SideShares shares;
    private final Map<Long, BattleShare> byParty = new HashMap<>();
    private final Confidence confidence;
    private final Evidence evidence;

    /**
     * Adds everything up.
     *
     * @param whole the battle, with 0.00 for values that nobody knows
     * @param valued whether any killmail of the battle has a known value
     * @param parties everybody on the mails
     */
    public SidesInFull(
            Standing standing,
            BattleShare whole,
            boolean valued,
            Collection<NamedParty> parties,
            List<PairEvidence> pairs,
            PartyRows rows,
            Collection<SideHull> hulls,
            Names names) {
        this.standing = standing;
        this.valued = valued;
        this.hulls = hulls;
        this.names = names;
        this.parties = new TreeMap<>();
        parties.forEach(party -> this.parties.put(party.id(), party));
        this.shares = new SideShares(whole, standing.sides());
        this.confidence = new Confidence(standing, pairs);
        this.evidence = new Evidence(this.parties, pairs, valued);
        rows.shares().forEach(share -> add(share.partyId(), share.share()));
        pairs.forEach(this::add);
    }

    private void add(long party, BattleShare share) {
        byParty.merge(party, share, BattleShare::plus);
        shares.add(standing.sideOf(party), share);
    }

    private void add(PairEvidence pair) {
        fired(pair.low(), pair.high(), BattleShare.kills(pair.killsByLow(), pair.iskByLow()));
        fired(pair.high(), pair.low(), BattleShare.kills(pair.killsByHigh(), pair.iskByHigh()));
    }

    private void fired(long attacker, long victim, BattleShare share) {
        SideFire fire = new SideFire(
                standing.sideOf(attacker),
                standing.sideOf(victim),
                attacker == victim,
                share.killCount(),
                share.iskDestroyed());
        shares.fired(fire);
        if (!fire.isFriendly()) {
            byParty.merge(attacker, share, BattleShare::plus);
        }
    }

    /** The sides by number. */
    public List<Side> sides() {
        return standing.sides().stream()
                .map(side -> new Side(
                        side,
                        shares.of(side).shown(valued),
                        Efficiency.of(shares.of(side), standing.sides().size()),
                        parties(side),
                        HullCounts.of(side, hulls, names)))
                .toList();
    }

    public Unassigned unassigned() {
        return new Unassigned(
                shares.unassigned().shown(valued),
                shares.friendlyFire().shown(valued),
                parties(null),
                HullCounts.of(null, hulls, names));
    }

    private List<PartyView> parties(Integer side) {
        List<NamedParty> members = new ArrayList<>(parties.values());
        members.removeIf(party -> !Objects.equals(standing.sideOf(party.id()), side));
        members.sort(Comparator.comparingInt((NamedParty party) -> share(party).pilotCount())
                .reversed()
                .thenComparingLong(NamedParty::id));
        return members.stream().map(this::view).toList();
    }

    private PartyView view(NamedParty party) {
        return new PartyView(
                party.kind(),
                party.id(),
                party.name(),
                party.ticker(),
                confidence.of(party.id()),
                standing.isPinned(party.id()),
                share(party).shown(valued),
                evidence.of(party.id()));
    }

    private BattleShare share(NamedParty party) {
        return byParty.getOrDefault(party.id(), BattleShare.NONE);
    }
}
