package io.battlescope.command.sides;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.battlescope.api.killmail.PartyKind;

/**
 * A party on the killmails of a battle.
 *
 * @param mails how many of them name it
 */
record Seen(
        @JsonProperty("k") PartyKind kind,
        @JsonProperty("m") int mails) {

    Seen plus(int more) {
        return new Seen(kind, mails + more);
    }
}
