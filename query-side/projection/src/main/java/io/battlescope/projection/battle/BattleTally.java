package io.battlescope.projection.battle;

import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.killmail.KillmailValue;
import io.battlescope.api.side.KillEvidence;
import io.battlescope.api.side.PairEvidence;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What some mails of one battle add to the tables that are sums over its mails: pilots, hulls, entities and pairs of parties. */
final class BattleTally {

    private final String battleId;
    private final Map<Long, Participant> participants = new HashMap<>();
    private final Map<FlownHull.Key, FlownHull> hulls = new HashMap<>();
    private final Set<BattleEntity> entities = new HashSet<>();
    private final Map<PairKey, PairEvidence> pairs = new HashMap<>();

    private record PairKey(long low, long high) {}

    BattleTally(String battleId) {
        this.battleId = battleId;
    }

    void plus(BattleKillmail mail) {
        Participant.on(mail, battleId).forEach(this::plus);
        FlownHull.on(mail, battleId).forEach(hull -> hulls.merge(hull.key(), hull, FlownHull::plus));
        entities.addAll(BattleEntity.on(mail, battleId));
        KillEvidence.of(mail).forEach(this::plus);
    }

    /** What changes with the value of a mail that is counted already: the victim's loss, and the evidence, which is exact. */
    void revalue(BattleKillmail mail, KillmailValue before) {
        Participant.revalued(mail, before, battleId).ifPresent(this::plus);
        KillEvidence.of(mail.worth(before)).forEach(old -> plus(old.negated()));
        KillEvidence.of(mail).forEach(this::plus);
    }

    private void plus(Participant pilot) {
        participants.merge(pilot.characterId(), pilot, Participant::plus);
    }

    private void plus(PairEvidence evidence) {
        pairs.merge(new PairKey(evidence.low(), evidence.high()), evidence, PairEvidence::plus);
    }

    Stream<Participant> participants() {
        return participants.values().stream().sorted(Comparator.comparingLong(Participant::characterId));
    }

    Stream<FlownHull> hulls() {
        return hulls.values().stream()
                .sorted(Comparator.comparingLong((FlownHull hull) -> hull.key().characterId())
                        .thenComparingInt(hull -> hull.key().hullTypeId()));
    }

    Stream<BattleEntity> entities() {
        return entities.stream();
    }

    Stream<BattlePair> pairs() {
        return pairs.values().stream()
                .sorted(Comparator.comparingLong(PairEvidence::low).thenComparingLong(PairEvidence::high))
                .map(evidence -> new BattlePair(battleId, evidence));
    }
}
