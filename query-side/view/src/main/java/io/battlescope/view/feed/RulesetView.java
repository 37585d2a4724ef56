package io.battlescope.view.feed;

import io.battlescope.api.feed.Ruleset;
import java.time.Instant;

/**
 * A ruleset, and who put it in force.
 *
 * @param number from 1, which is the default
 * @param inForce whether killmails are accepted by it now
 * @param actor {@code battlescope} for the default
 * @param reason why, in the actor's words
 * @param actId the act that asked for it; {@code null} for the default
 * @param adoptedAt when it came into force (UTC)
 */
public record RulesetView(
        int number, boolean inForce, Ruleset ruleset, String actor, String reason, String actId, Instant adoptedAt) {}
