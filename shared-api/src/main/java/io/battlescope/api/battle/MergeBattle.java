package io.battlescope.api.battle;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Go into another battle. Refused when the battle already went into a different one, or is told to go into itself. */
public record MergeBattle(@TargetAggregateIdentifier String battleId, String intoBattleId, long becauseOfKillmailId)
        implements BattleCommand {}
