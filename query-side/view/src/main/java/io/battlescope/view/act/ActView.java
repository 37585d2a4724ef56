package io.battlescope.view.act;

import io.battlescope.api.battle.ActStatus;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An act of an admin, all its parts together.
 *
 * @param what such as {@code overlay.pinParty} or {@code recluster}
 * @param target the battle's id, {@code system 30001155} or {@code everything}
 * @param reason why, in the actor's words; {@code null} when none is known
 * @param requestedAt when it was asked for (UTC)
 * @param decidedAt when its last part was decided (UTC); {@code null} while it is pending or running
 * @param status pending until every part is decided, or running once one of them is under way; refused when any part was
 * @param code why it was refused, of the first part that was; {@code null} when none was
 * @param detail in words, of the same part
 * @param figures what it came to, added up over the parts
 * @param parts of how many parts it is
 * @param partsDecided how many of them are decided
 * @param before how what was acted on was, in short texts by name, of the first part that says; empty where none does
 * @param after how it was then, likewise
 */
public record ActView(
        String actId,
        String what,
        String target,
        String actor,
        String reason,
        Instant requestedAt,
        Instant decidedAt,
        ActStatus status,
        String code,
        String detail,
        SortedMap<String, Long> figures,
        int parts,
        int partsDecided,
        SortedMap<String, String> before,
        SortedMap<String, String> after) {

    public ActView {
        figures = sorted(figures);
        before = sorted(before);
        after = sorted(after);
    }

    /** Of an act that nothing is told of before and after. */
    public ActView(
            String actId,
            String what,
            String target,
            String actor,
            String reason,
            Instant requestedAt,
            Instant decidedAt,
            ActStatus status,
            String code,
            String detail,
            SortedMap<String, Long> figures,
            int parts,
            int partsDecided) {
        this(
                actId,
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
                parts,
                partsDecided,
                null,
                null);
    }

    private static <V> SortedMap<String, V> sorted(Map<String, V> values) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(values == null ? Map.of() : values));
    }
}
