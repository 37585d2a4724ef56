package io.battlescope.projection.battle;

import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.killmail.KillmailValue;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a batch adds to sums over killmails. A battle that killmails left is counted anew from the killmails it holds after the
 * batch: the earliest and latest mail of a pilot cannot be taken back.
 */
final class TallyChanges {

    private final Map<String, BattleTally> tallies = new TreeMap<>();
    private final Set<String> recounted = new TreeSet<>();

    /** Sums to add. */
    static TallyChanges of(String battleId, Collection<BattleKillmail> mails) {
        TallyChanges changes = new TallyChanges();
        mails.forEach(mail -> changes.plus(battleId, mail));
        return changes;
    }

    void plus(String battleId, BattleKillmail mail) {
        if (!recounted.contains(battleId)) {
            tally(battleId).plus(mail);
        }
    }

    void revalue(String battleId, BattleKillmail mail, KillmailValue before) {
        if (!recounted.contains(battleId)) {
            tally(battleId).revalue(mail, before);
        }
    }

    void recount(String battleId) {
        tallies.remove(battleId);
        recounted.add(battleId);
    }

    void emptied(String battleId) {
        tallies.remove(battleId);
        recounted.remove(battleId);
    }

    private BattleTally tally(String battleId) {
        return tallies.computeIfAbsent(battleId, BattleTally::new);
    }

    Set<String> recounted() {
        return recounted;
    }

    List<Participant> participants() {
        return rows(BattleTally::participants);
    }

    List<FlownHull> hulls() {
        return rows(BattleTally::hulls);
    }

    List<BattlePair> pairs() {
        return rows(BattleTally::pairs);
    }

    List<BattleEntity> entities() {
        return tallies.values().stream()
                .flatMap(BattleTally::entities)
                .sorted(Comparator.comparing(BattleEntity::kind)
                        .thenComparingLong(BattleEntity::entityId)
                        .thenComparing(BattleEntity::battleId))
                .toList();
    }

    private <R> List<R> rows(Function<BattleTally, Stream<R>> part) {
        return tallies.values().stream().flatMap(part).toList();
    }
}
