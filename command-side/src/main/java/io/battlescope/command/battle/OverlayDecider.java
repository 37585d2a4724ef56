package io.battlescope.command.battle;

import static io.battlescope.command.battle.Refusals.refused;

import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.BattleRefusal;
import io.battlescope.api.battle.ChangeOverlay;
import io.battlescope.api.battle.OverlayAct;
import io.battlescope.api.battle.OverlayAct.Annotate;
import io.battlescope.api.battle.OverlayAct.ExcludeKillmail;
import io.battlescope.api.battle.OverlayAct.MergeWith;
import io.battlescope.api.battle.OverlayAct.MoveKillmail;
import io.battlescope.api.battle.OverlayAct.PinParty;
import io.battlescope.api.battle.OverlayAct.ReinstateKillmail;
import io.battlescope.api.battle.OverlayAct.SetTitle;
import io.battlescope.api.battle.OverlayAct.SplitAt;
import io.battlescope.api.battle.OverlayAct.SplitByParties;
import io.battlescope.api.battle.OverlayAct.Undo;
import io.battlescope.api.battle.OverlayChanged;
import io.battlescope.api.battle.OverlayEntry;
import io.battlescope.api.battle.OverlayUndone;
import io.battlescope.api.battle.RemovalCause;
import io.battlescope.api.killmail.Party;
import io.battlescope.command.sides.Sides;
import java.time.Instant;
import java.util.List;

/** What an admin's correction leads to. Acts that change the linkage are only recorded here: the killmails follow by themselves. */
final class OverlayDecider {

    private static final int MAX_TITLE = 120;
    private static final int MAX_TEXT = 2_000;

    private final Battle battle;
    private final ChangeOverlay command;
    private final Changes changes;

    private OverlayDecider(Battle battle, ChangeOverlay command) {
        this.battle = battle;
        this.command = command;
        this.changes = new Changes(battle);
    }

    static List<BattleEvent> decide(Battle battle, ChangeOverlay command) {
        Refusals.living(battle, command);
        if (battle.overlay().knows(command.entry().actId())) {
            return List.of();
        }
        return new OverlayDecider(battle, command).decide();
    }

    private List<BattleEvent> decide() {
        if (command.expectedVersion() != null && command.expectedVersion() != battle.version()) {
            throw refused(
                    BattleRefusal.VERSION_STALE,
                    command,
                    "it is at version " + battle.version() + ", not " + command.expectedVersion());
        }
        requireText(command.entry().reason(), MAX_TEXT, "a reason");
        switch (command.entry().act()) {
            case PinParty act -> record(pinned(act));
            case ExcludeKillmail act -> exclude(act);
            case ReinstateKillmail act -> reinstate(act);
            case MoveKillmail act -> move(act);
            case SplitAt act -> split(act);
            case SplitByParties act -> split(act);
            case MergeWith act -> merge(act);
            case SetTitle act -> title(act);
            case Annotate act -> annotate(act);
            case Undo act -> undo(act.undoneActId());
        }
        return changes.done();
    }

    private void record(OverlayAct act) {
        OverlayEntry asked = command.entry();
        changes.add(new OverlayChanged(
                battle.battleId(),
                battle.systemId(),
                new OverlayEntry(asked.actId(), asked.actor(), asked.reason(), asked.at(), act),
                null));
    }

    /** A side is named by one of its members. */
    private PinParty pinned(PinParty act) {
        requireParty(act.party());
        if (act.withParty() != null) {
            requireParty(act.withParty());
            if (act.withParty().id() == act.party().id()) {
                throw refused(BattleRefusal.PARTY_IS_ITSELF, command, "a party is on its own side as it is");
            }
            return act;
        }
        if (act.sideId() == null || act.sideId() == 0) {
            return act;
        }
        return Sides.strongest(battle.graph(), SidesTeller.asTold(battle), act.sideId(), act.party())
                .map(member -> new PinParty(act.party(), act.sideId(), member))
                .orElseGet(() -> aloneAlready(act));
    }

    private PinParty aloneAlready(PinParty act) {
        Integer side = SidesTeller.asTold(battle).get(act.party());
        if (act.sideId().equals(side)) {
            return new PinParty(act.party(), 0, null);
        }
        throw refused(BattleRefusal.SIDE_UNKNOWN, command, "it has no side " + act.sideId());
    }

    private void exclude(ExcludeKillmail act) {
        requireKillmail(act.killmailId());
        record(act);
        changes.remove(
                command.killmails(), RemovalCause.EXCLUDED, command.entry().actId());
    }

    private void reinstate(ReinstateKillmail act) {
        OverlayEntry exclusion = battle.overlay()
                .exclusionOf(act.killmailId())
                .orElseThrow(() ->
                        refused(BattleRefusal.KILLMAIL_NOT_EXCLUDED, command, act.killmailId() + " is not excluded"));
        undo(exclusion.actId());
    }

    private void move(MoveKillmail act) {
        requireKillmail(act.killmailId());
        if (act.toBattleId().equals(battle.battleId())) {
            throw refused(BattleRefusal.BATTLE_IS_ITSELF, command, act.killmailId() + " is in this battle already");
        }
        record(act);
    }

    private void split(SplitAt act) {
        Instant start = battle.totals().startTime();
        if (start == null
                || !act.at().isAfter(start)
                || act.at().isAfter(battle.totals().endTime())) {
            throw refused(
                    BattleRefusal.SPLIT_CUTS_NOTHING,
                    command,
                    "its kills lie between " + start + " and " + battle.totals().endTime());
        }
        record(act);
    }

    private void split(SplitByParties act) {
        if (act.parties().isEmpty()) {
            throw refused(BattleRefusal.SPLIT_CUTS_NOTHING, command, "no party was named");
        }
        act.parties().forEach(this::requireParty);
        record(act);
    }

    private void merge(MergeWith act) {
        if (act.otherBattleId().equals(battle.battleId())) {
            throw refused(BattleRefusal.BATTLE_IS_ITSELF, command, "a battle cannot be merged with itself");
        }
        record(act);
    }

    private void title(SetTitle act) {
        if (act.title() == null || act.title().length() > MAX_TITLE) {
            throw refused(BattleRefusal.TEXT_INVALID, command, "a title has at most " + MAX_TITLE + " characters");
        }
        record(act);
    }

    private void annotate(Annotate act) {
        requireText(act.note(), MAX_TEXT, "a note");
        record(act);
    }

    private void undo(String actId) {
        if (battle.overlay().isUndone(actId)) {
            throw refused(BattleRefusal.ACT_UNDONE, command, "act " + actId + " has been taken back already");
        }
        if (!battle.overlay().inForce().containsKey(actId)) {
            throw refused(BattleRefusal.ACT_UNKNOWN, command, "it knows no act " + actId);
        }
        OverlayEntry by = command.entry();
        changes.add(new OverlayUndone(
                battle.battleId(), battle.systemId(), actId, by.actId(), by.actor(), by.reason(), by.at()));
        changes.attribute(command.killmails());
    }

    private void requireParty(Party party) {
        if (!battle.graph().contains(party.id())) {
            throw refused(
                    battle.overlay().isSplit() ? BattleRefusal.BATTLE_SPLIT : BattleRefusal.PARTY_NOT_IN_BATTLE,
                    command,
                    "none of its killmails names party " + party.id());
        }
    }

    private void requireKillmail(long killmailId) {
        if (battle.holds(killmailId)) {
            return;
        }
        if (battle.overlay().excludes(killmailId)) {
            throw refused(BattleRefusal.KILLMAIL_EXCLUDED, command, killmailId + " is excluded already");
        }
        throw refused(
                battle.overlay().isSplit() ? BattleRefusal.BATTLE_SPLIT : BattleRefusal.KILLMAIL_NOT_IN_BATTLE,
                command,
                "it does not hold killmail " + killmailId);
    }

    private void requireText(String text, int max, String what) {
        if (text == null || text.isBlank() || text.length() > max) {
            throw refused(BattleRefusal.TEXT_INVALID, command, what + " has 1 to " + max + " characters");
        }
    }
}
