package io.battlescope.view.battle;

import io.battlescope.api.battle.OverlayEntry;
import io.battlescope.api.battle.PartySide;
import io.battlescope.api.killmail.Party;
import io.battlescope.api.side.PairEvidence;
import io.battlescope.view.name.EntityNames;
import io.battlescope.view.name.Names;
import io.battlescope.view.side.PartyRows;
import io.battlescope.view.side.SideHull;
import io.battlescope.view.side.SidesInFull;
import io.battlescope.view.side.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that a battle in full is drawn from. The tables of today and the history of an earlier day both give this, and
 * what follows from it is the same code.
 *
 * @param stands where parties stand
 * @param parties everybody on the mails
 * @param pairs who fought whom
 * @param rows losses and pilots of parties
 * @param entities what everybody is called
 */
public record BattlePicture(
        BattleHeader battle,
        List<PartySide> stands,
        Collection<Party> parties,
        List<PairEvidence> pairs,
        PartyRows rows,
        List<SideHull> hulls,
        List<OverlayEntry> overlay,
        List<Timeline.Entry> minutes,
        List<TopLoss> topLosses,
        EntityNames entities) {

    /** Whether each party that the evidence names is among the parties. */
    boolean knowsEverybody() {
        Set<Long> known = ids(parties);
        known.addAll(ids(stands.stream().map(PartySide::party).toList()));
        return named().allMatch(known::contains);
    }

    /** The same with kinds of parties that were not known; only those that the evidence names are taken. */
    BattlePicture with(Collection<Party> others) {
        Set<Long> named = named().collect(Collectors.toSet());
        List<Party> everybody = new ArrayList<>(others);
        everybody.removeIf(party -> !named.contains(party.id()));
        everybody.addAll(parties);
        return new BattlePicture(battle, stands, everybody, pairs, rows, hulls, overlay, minutes, topLosses, entities);
    }

    private Stream<Long> named() {
        // 0 stands for victims that are no party
        return pairs.stream()
                .flatMap(pair -> Stream.of(pair.low(), pair.high()))
                .filter(id -> id != 0);
    }

    private static Set<Long> ids(Collection<Party> parties) {
        return parties.stream().map(Party::id).collect(Collectors.toCollection(HashSet::new));
    }

    /** The battle as readers see it. */
    public BattleDetail detail(Names names) {
        List<Party> everybody = new ArrayList<>(parties);
        stands.stream()
                .filter(party -> party.sideId() != null)
                .map(PartySide::party)
                .forEach(everybody::add);
        SidesInFull sides = new SidesInFull(
                new Standing(stands),
                battle.whole(),
                battle.valued(),
                everybody.stream().map(entities::party).toList(),
                pairs,
                rows,
                hulls,
                names);
        return new BattleDetail(
                battle,
                sides.sides(),
                sides.unassigned(),
                overlay,
                Timeline.of(minutes),
                topLosses,
                entities.fingerprint());
    }
}
