package io.battlescope.projection.battle;

import io.battlescope.api.battle.BattleKillmail;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a batch changes: rows to write, all sorted by key, and battles to empty first. */
final class BattleChanges {

    private final Map<String, BattleState> battles = new TreeMap<>();
    private final Map<String, Long> lastSequences = new TreeMap<>();
    private final Map<Long, PlacedKillmail> killmails = new TreeMap<>();
    private final Map<String, OfBattle> additions = new TreeMap<>();
    private final Set<String> emptied = new TreeSet<>();
    private int handled;
    private int opened;
    private Instant occurredAt;
    private Instant receivedAt;

    /** What is added to the tables that hang on one battle. */
    private record OfBattle(
            Map<Long, Participant> participants, Map<FlownHull.Key, FlownHull> hulls, Set<BattleEntity> entities) {

        OfBattle() {
            this(new HashMap<>(), new HashMap<>(), new HashSet<>());
        }
    }

    void handled(BattleFact fact, BattleState next) {
        battles.put(fact.battleId(), next);
        lastSequences.put(fact.battleId(), fact.sequence());
        handled++;
    }

    void opened() {
        opened++;
    }

    void placed(String battleId, BattleKillmail mail) {
        killmails.put(mail.killmailId(), new PlacedKillmail(battleId, mail));
        OfBattle of = additions.computeIfAbsent(battleId, id -> new OfBattle());
        Participant.on(mail, battleId)
                .forEach(pilot -> of.participants.merge(pilot.characterId(), pilot, Participant::plus));
        FlownHull.on(mail, battleId).forEach(hull -> of.hulls.merge(hull.key(), hull, FlownHull::plus));
        of.entities.addAll(BattleEntity.on(mail, battleId));
        occurredAt = later(occurredAt, mail.occurredAt());
        receivedAt = later(receivedAt, mail.receivedAt());
    }

    /** The battle holds nothing any more, neither from before nor from this batch. */
    void emptied(String battleId) {
        emptied.add(battleId);
        additions.remove(battleId);
        killmails.values().removeIf(placed -> placed.battleId().equals(battleId));
    }

    private static Instant later(Instant known, Instant next) {
        return known == null || (next != null && next.isAfter(known)) ? next : known;
    }

    List<BattleState> battles() {
        return List.copyOf(battles.values());
    }

    Map<String, Long> lastSequences() {
        return lastSequences;
    }

    List<PlacedKillmail> killmails() {
        return List.copyOf(killmails.values());
    }

    Set<String> emptied() {
        return emptied;
    }

    List<Participant> participants() {
        return ofBattles(
                of -> of.participants.values().stream().sorted(Comparator.comparingLong(Participant::characterId)));
    }

    List<FlownHull> hulls() {
        return ofBattles(of -> of.hulls.values().stream()
                .sorted(Comparator.comparingLong((FlownHull hull) -> hull.key().characterId())
                        .thenComparingInt(hull -> hull.key().hullTypeId())));
    }

    List<BattleEntity> entities() {
        return additions.values().stream()
                .flatMap(of -> of.entities.stream())
                .sorted(Comparator.comparing(BattleEntity::kind)
                        .thenComparingLong(BattleEntity::entityId)
                        .thenComparing(BattleEntity::battleId))
                .toList();
    }

    private <R> List<R> ofBattles(Function<OfBattle, Stream<R>> rows) {
        return additions.values().stream().flatMap(rows).toList();
    }

    /** Events that took effect. */
    int handledCount() {
        return handled;
    }

    int openedCount() {
        return opened;
    }

    /** Time of the latest kill; {@code null} when no killmail was placed. */
    Instant occurredAt() {
        return occurredAt;
    }

    /** When the latest of the killmails was received; {@code null} when none was placed. */
    Instant receivedAt() {
        return receivedAt;
    }
}
