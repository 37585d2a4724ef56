package io.battlescope.api.battle;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * An earlier act of an admin is no longer in force.
 *
 * @param undoneActId the act that was taken back
 * @param actId the act that took it back
 * @param at when that was asked for (our clock, UTC)
 */
@Revision("1")
public record OverlayUndone(
        String battleId, int systemId, String undoneActId, String actId, String actor, String reason, Instant at)
        implements BattleEvent {}
