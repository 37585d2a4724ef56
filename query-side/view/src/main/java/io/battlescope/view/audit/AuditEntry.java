package io.battlescope.view.audit;

import io.battlescope.api.access.Role;
import io.battlescope.api.battle.ActStatus;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What somebody did or was refused.
 *
 * @param part which part of the act this is, from 0; {@code parts} says of how many
 * @param what the kind of act, such as {@code overlay.pinParty}, {@code access.key.create}, {@code access.login} or {@code access.request}
 * @param target what it was done to; method and path of what was refused at the door
 * @param actor a key's name, a token's subject, or {@code anonymous from} an address
 * @param role the actor's, where the gateway itself decided; {@code null} otherwise
 * @param reason why, in the actor's words; {@code null} when none was given
 * @param requestedAt when it was asked for (UTC)
 * @param decidedAt when it was done or refused (UTC)
 * @param outcome {@code done} or {@code refused}
 * @param code why it was refused; {@code null} when it was done
 * @param detail in words
 * @param figures what it came to
 * @param before how what was acted on was, where known
 * @param after how it was then, where known
 */
public record AuditEntry(
        String actId,
        int part,
        int parts,
        String what,
        String target,
        String actor,
        Role role,
        String reason,
        Instant requestedAt,
        Instant decidedAt,
        ActStatus outcome,
        String code,
        String detail,
        SortedMap<String, Long> figures,
        SortedMap<String, String> before,
        SortedMap<String, String> after) {

    public AuditEntry {
        figures = sorted(figures);
        before = sorted(before);
        after = sorted(after);
    }

    private static <V> SortedMap<String, V> sorted(Map<String, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
