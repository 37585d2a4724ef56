package io.battlescope.view.killmail;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.battlescope.api.killmail.PartyKind;

/**
 * Why a killmail is in its battle: the killmail that it was linked to when it was placed, a party that both have, and the
 * seconds between them.
 *
 * @param sharedParty id of the party; ids of alliances, corporations and characters never collide. {@code null} when an admin put
 *     the killmail there, like {@code sharedPartyKind}
 * @param sharedPartyName absent while unknown, like {@code sharedPartyTicker}
 */
public record AttributionView(
        long linkedKillmailId,
        Long sharedParty,
        PartyKind sharedPartyKind,
        @JsonInclude(JsonInclude.Include.NON_NULL) String sharedPartyName,
        @JsonInclude(JsonInclude.Include.NON_NULL) String sharedPartyTicker,
        int gapSeconds) {}
