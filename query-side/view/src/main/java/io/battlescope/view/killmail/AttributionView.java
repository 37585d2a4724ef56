package io.battlescope.view.killmail;

import io.battlescope.api.killmail.PartyKind;

/**
 * Why a killmail is in its battle: the killmail that it was linked to when it was placed, a party that both have, and the
 * seconds between them.
 *
 * @param sharedParty id of the party; ids of alliances, corporations and characters never collide
 */
public record AttributionView(long linkedKillmailId, long sharedParty, PartyKind sharedPartyKind, int gapSeconds) {}
