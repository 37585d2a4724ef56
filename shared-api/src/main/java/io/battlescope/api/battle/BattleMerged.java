package io.battlescope.api.battle;

import org.axonframework.serialization.Revision;

/**
 * This battle went into another one and holds nothing any more. Its id lives on and answers with a redirect.
 *
 * @param intoBattleId the survivor
 * @param becauseOfKillmailId the killmail that linked the two
 */
@Revision("1")
public record BattleMerged(String battleId, int systemId, String intoBattleId, long becauseOfKillmailId)
        implements BattleEvent {}
