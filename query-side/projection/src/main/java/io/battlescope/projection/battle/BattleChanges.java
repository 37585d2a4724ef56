package io.battlescope.projection.battle;

import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.battle.KillmailsAttributed;
import io.battlescope.api.battle.KillmailsRemoved;
import io.battlescope.api.battle.KillmailsRevalued;
import io.battlescope.api.battle.SidesDrawn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a batch changes: rows to write, all sorted by key, and battles to empty first. */
final class BattleChanges {

    private final Map<String, BattleState> battles = new TreeMap<>();
    private final Map<String, Long> lastSequences = new TreeMap<>();
    private final List<HistoryEntry> history = new ArrayList<>();
    private final KillmailMoves killmails = new KillmailMoves();
    private final TallyChanges tallies = new TallyChanges();
    private final Map<InBattle, StandingParty> sides = new TreeMap<>();
    private final OverlayChanges overlay = new OverlayChanges();
    private final Set<String> emptied = new TreeSet<>();
    private int opened;
    private Instant occurredAt;
    private Instant receivedAt;

    void handled(BattleFact fact, BattleState next) {
        battles.put(fact.battleId(), next);
        lastSequences.put(fact.battleId(), fact.sequence());
        history.add(HistoryEntry.of(fact));
    }

    void opened() {
        opened++;
    }

    void placed(KillmailsAttributed event) {
        for (BattleKillmail mail : event.killmails()) {
            killmails.place(event.battleId(), mail);
            tallies.plus(event.battleId(), mail);
            occurredAt = later(occurredAt, mail.occurredAt());
            receivedAt = later(receivedAt, mail.receivedAt());
        }
    }

    void removed(KillmailsRemoved event) {
        event.killmails().forEach(mail -> killmails.remove(event.battleId(), mail.killmailId()));
        tallies.recount(event.battleId());
    }

    void revalued(KillmailsRevalued event) {
        event.revaluations().forEach(each -> {
            killmails.revalue(event.battleId(), each.killmail());
            tallies.revalue(event.battleId(), each.killmail(), each.before());
        });
    }

    void sidesDrawn(SidesDrawn event) {
        event.changes().forEach(change -> {
            StandingParty party = new StandingParty(event.battleId(), change);
            sides.put(party.key(), party);
        });
    }

    /** The battle holds nothing any more, neither from before nor from this batch. */
    void emptied(String battleId) {
        emptied.add(battleId);
        killmails.emptied(battleId);
        tallies.emptied(battleId);
        overlay.emptied(battleId);
        sides.keySet().removeIf(key -> key.battleId().equals(battleId));
    }

    private static Instant later(Instant known, Instant next) {
        return known == null || (next != null && next.isAfter(known)) ? next : known;
    }

    Collection<BattleState> battles() {
        return battles.values();
    }

    Map<String, Long> lastSequences() {
        return lastSequences;
    }

    List<HistoryEntry> history() {
        history.sort(Comparator.comparing(HistoryEntry::battleId).thenComparingLong(HistoryEntry::sequence));
        return history;
    }

    KillmailMoves killmails() {
        return killmails;
    }

    TallyChanges tallies() {
        return tallies;
    }

    Collection<StandingParty> sides() {
        return sides.values();
    }

    OverlayChanges overlay() {
        return overlay;
    }

    Set<String> emptied() {
        return emptied;
    }

    /** Events that took effect. */
    int handledCount() {
        return history.size();
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
