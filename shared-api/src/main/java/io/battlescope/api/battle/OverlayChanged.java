package io.battlescope.api.battle;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.axonframework.serialization.Revision;

/**
 * An admin corrected the battle. What follows from it (sides drawn anew, killmails removed) is told by events of its own.
 *
 * @param adoptedFromBattleId the battle that the act was done on, when it came with killmails of that battle; else {@code null}
 */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OverlayChanged(String battleId, int systemId, OverlayEntry entry, String adoptedFromBattleId)
        implements BattleEvent {}
