package io.battlescope.api.battle;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The battle fell quiet: the feed is at least {@code quietSeconds} past its latest kill. The feed's time counts, not the clock, so
 * that history replays as it happened.
 *
 * @param feedTime time of the latest kill that the feed has brought (UTC)
 */
@Revision("1")
public record BattleEnded(String battleId, int systemId, Instant feedTime, int quietSeconds, BattleTotals totals)
        implements BattleEvent {}
