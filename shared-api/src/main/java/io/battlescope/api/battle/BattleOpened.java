package io.battlescope.api.battle;

import io.battlescope.api.killmail.Place;
import org.axonframework.serialization.Revision;

/**
 * A cluster of killmails reached the losses that make a battle.
 *
 * @param place where; taken from the killmail that opened the battle
 * @param rule the parameters in force
 * @param openedByKillmailId the killmail whose arrival opened it
 */
@Revision("1")
public record BattleOpened(String battleId, int systemId, Place place, LinkageRule rule, long openedByKillmailId)
        implements BattleEvent {}
