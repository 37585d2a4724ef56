package io.battlescope.local.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows under headings, each column as wide as it has to be. */
final class Table {

    private static final int WIDEST = 60;

    private final List<String> headings = new ArrayList<>();
    private final List<Function<JsonNode, String>> cells = new ArrayList<>();

    Table column(String heading, Function<JsonNode, String> cell) {
        headings.add(heading);
        cells.add(cell);
        return this;
    }

    Table column(String heading, String field) {
        return column(heading, row -> Json.text(row, field));
    }

    Table time(String heading, String field) {
        return column(heading, row -> Json.time(row, field));
    }

    String of(JsonNode rows) {
        List<List<String>> lines = new ArrayList<>(List.of(headings));
        rows.forEach(row ->
                lines.add(cells.stream().map(cell -> shown(cell.apply(row))).toList()));
        int[] widths = IntStream.range(0, headings.size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return lines.stream().map(line -> line(line, widths)).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> line, int[] widths) {
        return IntStream.range(0, line.size())
                .mapToObj(column -> line.get(column)
                        + " ".repeat(widths[column] - line.get(column).length()))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String shown(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.isEmpty() ? "-" : line.length() <= WIDEST ? line : line.substring(0, WIDEST - 1) + "…";
    }
}
