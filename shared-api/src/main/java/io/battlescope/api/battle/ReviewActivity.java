package io.battlescope.api.battle;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * End, or resume, in view of how far the feed is. Nothing happens when the battle already is what it should be, nor when it was
 * merged.
 *
 * @param feedTime time of the latest kill that the feed has brought (UTC)
 * @param quietSeconds seconds of feed time without a kill that end a battle
 */
public record ReviewActivity(@TargetAggregateIdentifier String battleId, Instant feedTime, int quietSeconds)
        implements BattleCommand {}
