package io.battlescope.api.battle;

import org.axonframework.serialization.Revision;

/**
 * The battle's killmails were clustered anew with other parameters than the ones recorded before.
 *
 * @param actId the admin's act behind it
 */
@Revision("1")
public record RuleAdopted(String battleId, int systemId, LinkageRule rule, String actId) implements BattleEvent {}
