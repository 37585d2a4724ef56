package io.battlescope.view.rebuild;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rebuild.
 *
 * @param rebuildId the id of the act that asked for it
 * @param oldVersion the version that was living when it began
 * @param newVersion the version that it builds
 * @param livingVersion the version that answers now
 * @param state {@code creating}, {@code building}, {@code verifying}, {@code ready} (both say the same), {@code different},
 *     {@code switching}, {@code switched}, {@code rolling_back}, {@code rolled_back}, {@code finished}, {@code cancelled} or {@code failed}
 * @param switchWhenEqual whether it switches by itself once both versions say the same
 * @param detail in words, such as what it waits for; {@code null} when there is nothing to say
 * @param figures {@code eventsTotal}, {@code eventsHandled}, {@code etaSeconds} while a version catches up, {@code perSecond} from then on;
 *     {@code rowsCompared} and {@code differences} (rows that differ) once it has compared
 * @param tables what the last comparison found, by table; empty before the first
 * @param createdAt our clock, UTC, as the other times
 * @param endedAt when nothing was left to do, and another rebuild of the processor became possible; {@code null} before
 */
public record RebuildView(
        String rebuildId,
        String processor,
        int oldVersion,
        int newVersion,
        int livingVersion,
        String state,
        boolean switchWhenEqual,
        String detail,
        SortedMap<String, Long> figures,
        List<ComparedTable> tables,
        Instant createdAt,
        Instant updatedAt,
        Instant endedAt) {

    public RebuildView {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures == null ? Map.of() : figures));
        tables = tables == null ? List.of() : List.copyOf(tables);
    }
}
