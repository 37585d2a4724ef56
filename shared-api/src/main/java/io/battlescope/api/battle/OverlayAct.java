package io.battlescope.api.battle;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.battlescope.api.killmail.Party;
import java.time.Instant;
import java.util.List;

/**
 * What an admin can correct about a battle. Acts are kept in the battle's event stream with actor and reason, survive every
 * re-clustering and replay, and can be undone. The names are stored; do not change them.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "act")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OverlayAct.PinParty.class, name = "pinParty"),
    @JsonSubTypes.Type(value = OverlayAct.ExcludeKillmail.class, name = "excludeKillmail"),
    @JsonSubTypes.Type(value = OverlayAct.ReinstateKillmail.class, name = "reinstateKillmail"),
    @JsonSubTypes.Type(value = OverlayAct.MoveKillmail.class, name = "moveKillmail"),
    @JsonSubTypes.Type(value = OverlayAct.SplitAt.class, name = "splitAt"),
    @JsonSubTypes.Type(value = OverlayAct.SplitByParties.class, name = "splitByParties"),
    @JsonSubTypes.Type(value = OverlayAct.MergeWith.class, name = "mergeWith"),
    @JsonSubTypes.Type(value = OverlayAct.SetTitle.class, name = "setTitle"),
    @JsonSubTypes.Type(value = OverlayAct.Annotate.class, name = "annotate"),
    @JsonSubTypes.Type(value = OverlayAct.Undo.class, name = "undo")
})
public sealed interface OverlayAct {

    /** The act's name on the wire, such as {@code pinParty}. */
    static String nameOf(OverlayAct act) {
        String type = act.getClass().getSimpleName();
        return Character.toLowerCase(type.charAt(0)) + type.substring(1);
    }

    /** Whether the act changes which killmails belong together, so that they have to be clustered anew. */
    default boolean changesLinkage() {
        return false;
    }

    /**
     * Put a party on a side for good. A side is named by one of its members, since numbers of sides can change while a fight
     * goes on; a number given is turned into a member when the act is recorded.
     *
     * @param sideId the side's number when the act was asked for; 0 is a side of the party's own; {@code null} together with
     *     {@code withParty} leaves the party unassigned
     * @param withParty the party whose side it is put on
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PinParty(Party party, Integer sideId, Party withParty) implements OverlayAct {}

    /** Leave a killmail out of the battle's figures and sides; it still holds the battle together. */
    record ExcludeKillmail(long killmailId) implements OverlayAct {}

    /** Take an excluded killmail in again. */
    record ReinstateKillmail(long killmailId) implements OverlayAct {}

    /** Put a killmail into another battle of the same system. */
    record MoveKillmail(long killmailId, String toBattleId) implements OverlayAct {
        @Override
        public boolean changesLinkage() {
            return true;
        }
    }

    /** Cut the battle in two: kills before {@code at} (UTC), and kills at or after it. */
    record SplitAt(Instant at) implements OverlayAct {
        @Override
        public boolean changesLinkage() {
            return true;
        }
    }

    /** Cut the battle in two: killmails that name one of the parties, and those that name none. */
    record SplitByParties(List<Party> parties) implements OverlayAct {
        public SplitByParties {
            parties = List.copyOf(parties);
        }

        @Override
        public boolean changesLinkage() {
            return true;
        }
    }

    /** Make one battle of this one and another of the same system. */
    record MergeWith(String otherBattleId) implements OverlayAct {
        @Override
        public boolean changesLinkage() {
            return true;
        }
    }

    /** Give the battle a title; an empty one takes it away. */
    record SetTitle(String title) implements OverlayAct {}

    /** Add a note. */
    record Annotate(String note) implements OverlayAct {}

    /** Take back an earlier act of this battle. */
    record Undo(String undoneActId) implements OverlayAct {}
}
