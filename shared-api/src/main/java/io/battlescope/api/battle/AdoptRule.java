package io.battlescope.api.battle;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Record the parameters that the battle's killmails were clustered with; the same ones again change nothing. */
public record AdoptRule(@TargetAggregateIdentifier String battleId, LinkageRule rule, String actId)
        implements BattleCommand {}
