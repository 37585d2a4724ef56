package io.battlescope.command.battle;

import io.battlescope.api.battle.BattleAbsorbed;
import io.battlescope.api.battle.BattleEnded;
import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.battle.BattleMerged;
import io.battlescope.api.battle.BattleOpened;
import io.battlescope.api.battle.BattleReopened;
import io.battlescope.api.battle.BattleResumed;
import io.battlescope.api.battle.BattleTotals;
import io.battlescope.api.battle.KillmailsAttributed;
import io.battlescope.api.battle.KillmailsRemoved;
import io.battlescope.api.battle.KillmailsRevalued;
import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.battle.OverlayChanged;
import io.battlescope.api.battle.OverlayUndone;
import io.battlescope.api.battle.PartySide;
import io.battlescope.api.battle.RuleAdopted;
import io.battlescope.api.battle.SidesDrawn;
import io.battlescope.api.killmail.KillmailValue;
import io.battlescope.command.sides.HostilityGraph;
import java.util.Comparator;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * A battle, as its events tell it. Immutable; its collections share structure, so that the 20,000th killmail costs what the
 * twentieth does.
 *
 * @param version sequence number of the last event; -1 before the first
 * @param rule the parameters its killmails were clustered with
 * @param tally what the killmails add up to
 * @param killmails the killmails that count, by id
 * @param graph who fought whom
 * @param sides the side of each party as last told, by party id
 * @param overlay corrections of admins
 * @param absorbed ids of the battles it took in
 * @param mergedInto the battle it went into; {@code null} while it lives
 * @param ended whether it has fallen quiet
 */
public record Battle(
        String battleId,
        int systemId,
        long version,
        LinkageRule rule,
        Tally tally,
        PMap<Long, CountedKillmail> killmails,
        HostilityGraph graph,
        PMap<Long, PartySide> sides,
        Overlay overlay,
        PSet<String> absorbed,
        String mergedInto,
        boolean ended) {

    /** The battle that no event has told of yet. */
    public static final Battle NONE = new Battle(
            null,
            0,
            -1,
            null,
            Tally.EMPTY,
            HashTreePMap.empty(),
            HostilityGraph.EMPTY,
            HashTreePMap.empty(),
            Overlay.NONE,
            HashTreePSet.empty(),
            null,
            false);

    public boolean exists() {
        return battleId != null;
    }

    public boolean isMerged() {
        return mergedInto != null;
    }

    public boolean holds(long killmailId) {
        return killmails.containsKey(killmailId);
    }

    public BattleTotals totals() {
        return tally.totals();
    }

    /** The battle after the event. Neither validates nor reads a clock: what happened has happened. */
    public Battle evolve(BattleEvent event) {
        BattleChange next = new BattleChange(this);
        switch (event) {
            case BattleOpened e -> next.opened(e);
            case KillmailsAttributed e -> e.killmails().forEach(next::plus);
            case KillmailsRemoved e -> next.minus(e.killmails());
            case KillmailsRevalued e -> e.revaluations().forEach(r -> next.revalue(r.killmail(), r.before()));
            case SidesDrawn e -> e.changes().forEach(next::stands);
            case OverlayChanged e -> next.overlay = overlay.with(e.entry());
            case OverlayUndone e -> next.overlay = overlay.without(e.undoneActId(), e.actId());
            case RuleAdopted e -> next.rule = e.rule();
            case BattleAbsorbed e -> next.absorbed = absorbed.plus(e.absorbedBattleId());
            case BattleMerged e -> next.merged(e);
            case BattleReopened e -> next.mergedInto = null;
            case BattleEnded e -> next.ended = true;
            case BattleResumed e -> next.ended = false;
        }
        return next.done();
    }

    /** The next battle while an event is applied. */
    private static final class BattleChange {

        private String battleId;
        private int systemId;
        private final long version;
        private LinkageRule rule;
        private Tally tally;
        private PMap<Long, CountedKillmail> killmails;
        private HostilityGraph graph;
        private PMap<Long, PartySide> sides;
        private Overlay overlay;
        private PSet<String> absorbed;
        private String mergedInto;
        private boolean ended;

        BattleChange(Battle battle) {
            battleId = battle.battleId;
            systemId = battle.systemId;
            version = battle.version + 1;
            rule = battle.rule;
            tally = battle.tally;
            killmails = battle.killmails;
            graph = battle.graph;
            sides = battle.sides;
            overlay = battle.overlay;
            absorbed = battle.absorbed;
            mergedInto = battle.mergedInto;
            ended = battle.ended;
        }

        void opened(BattleOpened event) {
            battleId = event.battleId();
            systemId = event.systemId();
            rule = event.rule();
        }

        void plus(BattleKillmail mail) {
            tally = tally.plus(mail);
            killmails = killmails.plus(mail.killmailId(), CountedKillmail.of(mail));
            graph = graph.plus(mail);
        }

        void minus(Iterable<BattleKillmail> mails) {
            for (BattleKillmail mail : mails) {
                tally = tally.minus(mail);
                killmails = killmails.minus(mail.killmailId());
                graph = graph.minus(mail);
            }
            tally = tally.during(
                    killmails.values().stream()
                            .map(CountedKillmail::at)
                            .min(Comparator.naturalOrder())
                            .orElse(null),
                    killmails.values().stream()
                            .map(CountedKillmail::at)
                            .max(Comparator.naturalOrder())
                            .orElse(null));
        }

        void revalue(BattleKillmail mail, KillmailValue before) {
            tally = tally.revalued(before, mail.value());
            killmails = killmails.plus(mail.killmailId(), CountedKillmail.of(mail));
            graph = graph.minus(mail.worth(before)).plus(mail);
        }

        void stands(PartySide party) {
            sides = party.sideId() == null && !party.pinned()
                    ? sides.minus(party.party().id())
                    : sides.plus(party.party().id(), party);
        }

        /** What it held is the survivor's now. */
        void merged(BattleMerged event) {
            mergedInto = event.intoBattleId();
            tally = Tally.EMPTY;
            killmails = HashTreePMap.empty();
            graph = HostilityGraph.EMPTY;
            sides = HashTreePMap.empty();
            overlay = Overlay.NONE;
            ended = false;
        }

        Battle done() {
            return new Battle(
                    battleId,
                    systemId,
                    version,
                    rule,
                    tally,
                    killmails,
                    graph,
                    sides,
                    overlay,
                    absorbed,
                    mergedInto,
                    ended);
        }
    }
}
