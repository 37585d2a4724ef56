package io.battlescope.gateway.overlay;

import io.battlescope.api.battle.OverlayAct;
import io.battlescope.api.killmail.Party;
import io.battlescope.gateway.body.FieldErrors;
import io.battlescope.gateway.body.Ids;

/** What can be told of an act without knowing the battle; the rest is for the command side. */
final class ActCheck {

    private static final int MAX_TITLE = 120;
    private static final int MAX_NOTE = 2_000;
    private static final int MAX_PARTIES = 1_000;

    private final FieldErrors errors;

    private ActCheck(FieldErrors errors) {
        this.errors = errors;
    }

    static void check(OverlayAct act, FieldErrors errors) {
        ActCheck check = new ActCheck(errors);
        switch (act) {
            case null -> errors.require(false, "act", "is missing");
            case OverlayAct.PinParty pin -> check.pin(pin);
            case OverlayAct.ExcludeKillmail exclude -> check.killmail(exclude.killmailId());
            case OverlayAct.ReinstateKillmail reinstate -> check.killmail(reinstate.killmailId());
            case OverlayAct.MoveKillmail move -> {
                check.killmail(move.killmailId());
                check.id(move.toBattleId(), "act.toBattleId");
            }
            case OverlayAct.SplitAt split -> errors.require(split.at() != null, "act.at", "is missing");
            case OverlayAct.SplitByParties split -> check.parties(split);
            case OverlayAct.MergeWith merge -> check.id(merge.otherBattleId(), "act.otherBattleId");
            case OverlayAct.SetTitle title -> errors.requireText(title.title(), "act.title", 0, MAX_TITLE);
            case OverlayAct.Annotate note -> errors.requireText(note.note(), "act.note", 1, MAX_NOTE);
            case OverlayAct.Undo undo -> check.id(undo.undoneActId(), "act.undoneActId");
        }
    }

    private void pin(OverlayAct.PinParty pin) {
        party(pin.party(), "act.party");
        if (pin.withParty() != null) {
            party(pin.withParty(), "act.withParty");
        }
        errors.require(pin.sideId() == null || pin.sideId() >= 0, "act.sideId", "must be greater than or equal to 0")
                .require(
                        pin.sideId() == null || pin.withParty() == null,
                        "act.withParty",
                        "names a side that sideId names already; give one of them");
    }

    private void parties(OverlayAct.SplitByParties split) {
        errors.require(
                !split.parties().isEmpty() && split.parties().size() <= MAX_PARTIES,
                "act.parties",
                "has to have 1 to " + MAX_PARTIES + " parties");
        split.parties().forEach(party -> party(party, "act.parties"));
    }

    private void party(Party party, String field) {
        errors.require(
                party != null && party.kind() != null && party.id() > 0,
                field,
                "has to be a party such as {\"kind\": \"alliance\", \"id\": 99003581}");
    }

    private void killmail(long killmailId) {
        errors.require(killmailId > 0, "act.killmailId", "has to be the id of a killmail");
    }

    private void id(String id, String field) {
        errors.require(Ids.possible(id), field, id == null ? "is missing" : Ids.EXPLAINED);
    }
}
