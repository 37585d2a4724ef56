package io.battlescope.ingestion.store;

import io.battlescope.ingestion.ruleset.RuleCode;
import java.time.Instant;

/**
 * That a killmail was refused.
 *
 * @param rulesetNumber the version that refused it
 */
public record Refusal(long killmailId, Instant occurredAt, RuleCode code, int rulesetNumber) {}
