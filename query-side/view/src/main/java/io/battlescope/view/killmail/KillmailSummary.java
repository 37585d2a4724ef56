package io.battlescope.view.killmail;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A killmail in a list.
 *
 * @param occurredAt time of the kill (UTC)
 * @param battleId {@code null} when it is in no visible battle
 * @param iskDestroyed ISK; {@code null} when unknown
 * @param valueSource where the value comes from; {@code unknown} without one
 * @param valueAsOf of when the prices are, and for zKillboard's value when we received it (UTC); {@code null} when unknown, and in
 *     the list of a battle for the moment in which the battle has not taken over another value yet
 * @param labels zKillboard's labels, sorted; empty when it gave none
 * @param sideId side of the victim; {@code null} while unassigned
 * @param attribution why it is in its battle; {@code null} without one
 */
public record KillmailSummary(
        long killmailId,
        Instant occurredAt,
        int systemId,
        String systemName,
        String battleId,
        VictimView victim,
        int attackerCount,
        BigDecimal iskDestroyed,
        String valueSource,
        Instant valueAsOf,
        List<String> labels,
        Integer sideId,
        AttributionView attribution) {}
