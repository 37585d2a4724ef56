package io.battlescope.api.battle;

import io.battlescope.api.killmail.Party;

/**
 * Why a killmail is in its battle: the killmail it was linked to when it was placed, a party both have, and the seconds
 * between them.
 */
public record Attribution(long linkedKillmailId, Party sharedParty, int gapSeconds) {}
