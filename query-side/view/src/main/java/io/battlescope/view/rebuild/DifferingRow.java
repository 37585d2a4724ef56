package io.battlescope.view.rebuild;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A row that differs between both versions; values are texts as PostgreSQL writes them, cut when they are long.
 *
 * @param key its primary key, by column
 * @param oldValues the columns that differ, in the old version; empty where it has no such row
 * @param newValues likewise in the new version
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DifferingRow(
        SortedMap<String, String> key, SortedMap<String, String> oldValues, SortedMap<String, String> newValues) {

    public DifferingRow {
        key = sorted(key);
        oldValues = sorted(oldValues);
        newValues = sorted(newValues);
    }

    private static SortedMap<String, String> sorted(Map<String, String> values) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(values == null ? Map.of() : values));
    }
}
