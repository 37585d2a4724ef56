package io.battlescope.api.universe;

import java.util.HashMap;
import java.util.Map;

/**
 * A cursor over the lines of a table, read cell by cell from the left. It cuts no line into pieces that nobody keeps, which
 * is most of the time that loading takes in a fresh JVM.
 */
final class TableRow {

    private final String table;
    /** Names of groups, constellations and regions repeat from line to line: one object each. */
    private final Map<String, String> names = new HashMap<>();

    private int position;
    private int lineEnd = -1;

    TableRow(String table) {
        this.table = table;
    }

    /** Goes to the next line; the one before has to be read to its end. */
    boolean next() {
        if (position <= lineEnd) {
            throw new IllegalStateException("A shipped table has more columns than expected, at character " + position);
        }
        position = lineEnd + 1;
        lineEnd = table.indexOf('\n', position);
        return lineEnd >= 0;
    }

    int number() {
        int start = position;
        return Integer.parseInt(table, start, cellEnd(), 10);
    }

    /** {@code null} for an empty cell. */
    Integer numberOrNull() {
        String cell = text();
        return cell.isEmpty() ? null : Integer.valueOf(cell);
    }

    double decimal() {
        return Double.parseDouble(text());
    }

    String text() {
        int start = position;
        return table.substring(start, cellEnd());
    }

    /** Text that other lines have too; {@code null} for an empty cell. */
    String sharedText() {
        String cell = text();
        return cell.isEmpty() ? null : names.computeIfAbsent(cell, same -> same);
    }

    private int cellEnd() {
        if (position > lineEnd) {
            throw new IllegalStateException(
                    "A shipped table has fewer columns than expected, at character " + position);
        }
        int tab = table.indexOf('\t', position, lineEnd);
        int end = tab < 0 ? lineEnd : tab;
        position = end + 1;
        return end;
    }
}
