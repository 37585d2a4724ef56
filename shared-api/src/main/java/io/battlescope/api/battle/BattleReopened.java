package io.battlescope.api.battle;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.axonframework.serialization.Revision;

/**
 * A battle that had gone into another one stands on its own again, because killmails were clustered anew. Its killmails follow as
 * {@link KillmailsAttributed}.
 *
 * @param actId the admin's act behind it
 */
@Revision("1")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BattleReopened(String battleId, int systemId, String actId) implements BattleEvent {}
