package io.battlescope.api.battle;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A battle that had ended has a kill so late that it is ongoing again.
 *
 * @param feedTime time of the latest kill that the feed has brought (UTC)
 */
@Revision("1")
public record BattleResumed(String battleId, int systemId, Instant feedTime, BattleTotals totals)
        implements BattleEvent {}
