package io.battlescope.api.battle;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.battlescope.api.access.Role;
import java.time.Instant;
import java.util.Map;

/**
 * What came of an admin's act; value of topic {@code audit.events}, keyed by actor, and, while the act is under way, of
 * {@code admin.events}, keyed by processor. The same outcome can be told more than once.
 *
 * @param part which part of the act this is, from 0; {@code parts} says of how many, and 0 that it was refused before anybody was asked
 * @param what the kind of act, such as {@code overlay.pinParty}, {@code recluster} or {@code backfill.start}
 * @param target the battle's id, {@code system 30001155}, {@code everything}, or what a
 *     {@link io.battlescope.api.feed.FeedOrder} says
 * @param status {@code done} or {@code refused}; {@code running} on {@code admin.events}
 * @param code why it was refused, stable ({@link BattleRefusal}, {@link io.battlescope.api.feed.FeedRefusal}); {@code null} when it was done
 * @param detail in words
 * @param figures what it came to, such as {@code battlesChanged}
 * @param before how what was acted on was, in short texts by name, such as a position by partition; empty where it says nothing
 * @param after how it is now, likewise
 * @param role the actor's when it was asked for; {@code null} when it is not known, or when nobody was recognised
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
        Map<String, Long> figures,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> before,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> after,
        Role role) {

    public ActOutcome {
        figures = figures == null ? Map.of() : Map.copyOf(figures);
        before = before == null ? Map.of() : Map.copyOf(before);
        after = after == null ? Map.of() : Map.copyOf(after);
    }

    /** Of an act whose actor's role is not known. */
    public ActOutcome(
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
            Map<String, Long> figures,
            Map<String, String> before,
            Map<String, String> after) {
        this(
                actId,
                part,
                parts,
                what,
                target,
                actor,
                reason,
                requestedAt,
                decidedAt,
                status,
                code,
                detail,
                figures,
                before,
                after,
                null);
    }

    /** Of an act that tells nothing of before and after. */
    public ActOutcome(
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
        this(
                actId,
                part,
                parts,
                what,
                target,
                actor,
                reason,
                requestedAt,
                decidedAt,
                status,
                code,
                detail,
                figures,
                Map.of(),
                Map.of());
    }
}
