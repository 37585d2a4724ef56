package io.battlescope.api.battle;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.battlescope.api.killmail.Party;

/**
 * Why a killmail is in its battle: the killmail it was linked to when it was placed, a party both have, and the seconds
 * between them. No party is shared when an admin put it there by hand.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attribution(long linkedKillmailId, Party sharedParty, int gapSeconds) {}
