package io.battlescope.view.history;

import io.battlescope.api.battle.OverlayAct;
import io.battlescope.api.battle.OverlayEntry;
import io.battlescope.api.killmail.Party;
import io.battlescope.view.name.EntityNames;
import io.battlescope.view.name.JsonNames;
import java.util.stream.Collectors;

/** An admin's act in a sentence. */
final class ActSentence {

    private ActSentence() {}

    /** @param adoptedFrom the battle that the act was done on; {@code null} when it was this one */
    static String about(OverlayEntry entry, String adoptedFrom, EntityNames names) {
        String from = adoptedFrom == null ? "" : " (done on battle " + adoptedFrom + ")";
        return entry.actor() + " " + act(entry.act(), names) + from + ": " + Words.ended(entry.reason());
    }

    private static String act(OverlayAct act, EntityNames names) {
        return switch (act) {
            case OverlayAct.PinParty pin -> "pinned " + party(pin.party(), names) + " to " + place(pin, names);
            case OverlayAct.ExcludeKillmail exclude -> "excluded killmail " + exclude.killmailId();
            case OverlayAct.ReinstateKillmail reinstate -> "took killmail " + reinstate.killmailId() + " in again";
            case OverlayAct.MoveKillmail move ->
                "moved killmail " + move.killmailId() + " to battle " + move.toBattleId();
            case OverlayAct.SplitAt split -> "cut the battle in two at " + split.at();
            case OverlayAct.SplitByParties split ->
                "cut the battle in two by "
                        + split.parties().stream()
                                .map(party -> party(party, names))
                                .collect(Collectors.joining(", "));
            case OverlayAct.MergeWith merge -> "merged it with battle " + merge.otherBattleId();
            case OverlayAct.SetTitle title ->
                title.title().isEmpty() ? "took the title away" : "gave it the title “" + title.title() + "”";
            case OverlayAct.Annotate note -> "noted “" + note.note() + "”";
            case OverlayAct.Undo undo -> "undid act " + undo.undoneActId();
        };
    }

    private static String place(OverlayAct.PinParty pin, EntityNames names) {
        if (pin.sideId() != null && pin.sideId() == 0) {
            return "a side of its own";
        }
        if (pin.sideId() != null) {
            return "side " + pin.sideId();
        }
        return pin.withParty() == null ? "no side" : "the side of " + party(pin.withParty(), names);
    }

    private static String party(Party party, EntityNames names) {
        String name = names.name(party.id());
        return JsonNames.of(party.kind()) + " " + (name == null ? party.id() : name);
    }
}
