package io.battlescope.api.battle;

import org.axonframework.serialization.Revision;

/**
 * This battle took in another one; the other's killmails follow as {@link KillmailsAttributed} of this battle.
 *
 * @param becauseOfKillmailId the killmail that linked the two
 * @param killCount killmails that the absorbed battle held
 */
@Revision("1")
public record BattleAbsorbed(
        String battleId, int systemId, String absorbedBattleId, long becauseOfKillmailId, int killCount)
        implements BattleEvent {}
