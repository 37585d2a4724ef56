package io.battlescope.projection.rebuild;

import java.util.List;
import java.util.Map;

/**
 * One table of both versions, as {@code rebuild.compared} keeps it.
 *
 * @param equal whether count and checksum are the same
 * @param onlyOld rows that only the old version has, by key
 * @param changed rows that both have and that say something else
 */
record ComparedTable(
        String table,
        long oldRows,
        long newRows,
        boolean equal,
        long onlyOld,
        long onlyNew,
        long changed,
        List<Row> examples) {

    /**
     * A row that differs.
     *
     * @param oldValues the columns that differ; empty where the old version has no such row
     */
    record Row(Map<String, String> key, Map<String, String> oldValues, Map<String, String> newValues) {}

    long differences() {
        return onlyOld + onlyNew + changed;
    }
}
