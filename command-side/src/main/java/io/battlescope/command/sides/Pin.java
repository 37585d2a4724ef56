package io.battlescope.command.sides;

import io.battlescope.api.killmail.Party;

/**
 * A party whose place an admin has decided.
 *
 * @param sideId 0 puts the party on a side of its own, which nobody joins unless pinned to it; any other number is only a note
 * @param withParty whose side it is put on; {@code null} together with {@code sideId} leaves the party unassigned
 */
public record Pin(Party party, Integer sideId, Party withParty) {

    boolean isUnassigned() {
        return withParty == null && sideId == null;
    }

    boolean isAlone() {
        return withParty == null && sideId != null;
    }
}
