package io.battlescope.api.battle;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;

/**
 * What came of an admin's act; value of topic {@code audit.events}, keyed by actor. The same outcome can be told more than once.
 *
 * @param part which part of the act this is, from 0; {@code parts} says of how many
 * @param what the kind of act, such as {@code overlay.pinParty}, {@code recluster} or {@code backfill.start}
 * @param target the battle's id, {@code system 30001155}, {@code everything}, or what a
 *     {@link io.battlescope.api.feed.FeedOrder} says
 * @param status {@code done} or {@code refused}
 * @param code why it was refused, stable ({@link BattleRefusal}, {@link io.battlescope.api.feed.FeedRefusal}); {@code null} when it was done
 * @param detail in words
 * @param figures what it came to, such as {@code battlesChanged}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ActOutcome(
        String actId,
        int part,
        int parts,
        String what,
        String target,
        String actor,
        String reason,
        Instant requestedAt,
        Instant decidedAt,
        ActStatus status,
        String code,
        String detail,
        Map<String, Long> figures) {

    public ActOutcome {
        figures = figures == null ? Map.of() : Map.copyOf(figures);
    }
}
