package io.battlescope.projection.rebuild;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.battlescope.api.json.MessageJson;
import io.battlescope.projection.version.ProjectionVersion;
import io.battlescope.projection.version.VersionTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Compares the tables of two versions by count and checksum, in the columns that both have, but for the times of writing. Only a table
 * that differs is looked at row by row.
 */
@Component
class Comparison {

    private static final Set<String> TIMES_OF_WRITING = Set.of("projected_at", "updated_at");
    private static final int EXAMPLES = 5;
    private static final int VALUE_LENGTH = 200;

    private final JdbcTemplate jdbc;
    private final VersionTables tables;

    Comparison(JdbcTemplate jdbc, VersionTables tables) {
        this.jdbc = jdbc;
        this.tables = tables;
    }

    ComparedTable compare(String table, ProjectionVersion old, ProjectionVersion made) {
        List<String> columns = new ArrayList<>(tables.columns(old, table));
        columns.retainAll(tables.columns(made, table));
        columns.removeAll(TIMES_OF_WRITING);
        String where = tables.isShared(old, table) ? " where processor = '" + old.processor() + "'" : "";
        String oldRows = old.schemaName() + "." + table + " t" + where;
        String newRows = made.schemaName() + "." + table + " t" + where;
        Sum oldSum = sum(columns, oldRows);
        Sum newSum = sum(columns, newRows);
        if (oldSum.equals(newSum)) {
            return new ComparedTable(table, oldSum.rows(), newSum.rows(), true, 0, 0, 0, List.of());
        }
        List<String> key = tables.key(old, table);
        return differing(table, key, oldSum.rows(), newSum.rows(), joined(key, columns, oldRows, newRows));
    }

    private record Sum(long rows, String checksum) {}

    /** The order of rows does not matter to a sum of hashes. */
    private Sum sum(List<String> columns, String rows) {
        return jdbc.queryForObject(
                "select count(*) as rows, coalesce(sum(hashtextextended(" + rowText(columns)
                        + ", 0)), 0)::text as checksum from " + rows,
                (row, number) -> new Sum(row.getLong("rows"), row.getString("checksum")));
    }

    private static String rowText(List<String> columns) {
        return "row(" + prefixed("t.", columns) + ")::text";
    }

    private static String prefixed(String prefix, List<String> columns) {
        return columns.stream().map(column -> prefix + column).collect(Collectors.joining(", "));
    }

    /** Pairs of rows that do not say the same; {@code null} stands for a row that is not there. */
    private static String joined(List<String> key, List<String> columns, String oldRows, String newRows) {
        String side = "(select " + prefixed("t.", columns) + ", " + rowText(columns) + " as whole from ";
        return " from " + side + oldRows + ") o full join " + side + newRows + ") n using (" + prefixed("", key)
                + ") where o.whole is distinct from n.whole";
    }

    private ComparedTable differing(String table, List<String> key, long oldRows, long newRows, String joined) {
        List<ComparedTable.Row> examples = jdbc.query(
                "select to_jsonb(o) - 'whole' as old, to_jsonb(n) - 'whole' as new" + joined + " limit " + EXAMPLES,
                (row, number) -> example(key, row.getString("old"), row.getString("new")));
        return jdbc.queryForObject(
                "select count(*) filter (where n.whole is null) as only_old, count(*) filter (where o.whole is null) as only_new,"
                        + " count(*) filter (where o.whole is not null and n.whole is not null) as changed" + joined,
                (row, number) -> new ComparedTable(
                        table,
                        oldRows,
                        newRows,
                        false,
                        row.getLong("only_old"),
                        row.getLong("only_new"),
                        row.getLong("changed"),
                        examples));
    }

    private static ComparedTable.Row example(List<String> keyColumns, String old, String made) {
        Map<String, String> oldValues = values(old);
        Map<String, String> newValues = values(made);
        Map<String, String> key = new TreeMap<>();
        keyColumns.forEach(column -> key.put(column, oldValues.getOrDefault(column, newValues.get(column))));
        if (!oldValues.isEmpty() && !newValues.isEmpty()) {
            Map<String, String> before = Map.copyOf(oldValues);
            oldValues.entrySet().removeIf(each -> each.getValue().equals(newValues.get(each.getKey())));
            newValues.entrySet().removeIf(each -> each.getValue().equals(before.get(each.getKey())));
        }
        return new ComparedTable.Row(key, cut(oldValues), cut(newValues));
    }

    private static Map<String, String> values(String json) {
        Map<String, String> values = new TreeMap<>();
        if (json != null) {
            for (Map.Entry<String, JsonNode> each : tree(json).properties()) {
                JsonNode value = each.getValue();
                values.put(each.getKey(), value.isValueNode() ? value.asText() : value.toString());
            }
        }
        return values;
    }

    private static JsonNode tree(String json) {
        try {
            return MessageJson.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row does not become JSON", e);
        }
    }

    private static Map<String, String> cut(Map<String, String> values) {
        values.replaceAll(
                (column, text) -> text.length() > VALUE_LENGTH ? text.substring(0, VALUE_LENGTH) + "…" : text);
        return values;
    }
}
