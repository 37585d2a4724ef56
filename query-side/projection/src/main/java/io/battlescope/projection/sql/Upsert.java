package io.battlescope.projection.sql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * An insert, or another change, of many rows by one statement, each column an array. The rows come sorted by key, or two writers
 * could wait for each other.
 */
public final class Upsert<R> {

    private record Column<R>(String name, String type, Function<R, ?> value) {}

    private final List<Column<R>> columns;
    private final String sql;

    private Upsert(List<Column<R>> columns, String sql) {
        this.columns = columns;
        this.sql = sql;
    }

    public static <R> Builder<R> into(String table) {
        return new Builder<>(table);
    }

    /** Starts a statement that is no insert; see {@link Builder#as}. */
    public static <R> Builder<R> rows() {
        return new Builder<>(null);
    }

    public void write(JdbcTemplate jdbc, Collection<R> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.update(sql, statement -> {
            int parameter = 1;
            for (Column<R> column : columns) {
                statement.setArray(parameter++, array(statement.getConnection(), column, rows));
            }
        });
    }

    private static <R> Array array(Connection connection, Column<R> column, Collection<R> rows) throws SQLException {
        String[] values = new String[rows.size()];
        int row = 0;
        for (R each : rows) {
            Object value = column.value().apply(each);
            values[row++] = value == null ? null : JsonText.withoutZeros(value.toString());
        }
        return connection.createArrayOf(column.type(), values);
    }

    /** Columns in the order they are named, with PostgreSQL's type and where the value is found. */
    public static final class Builder<R> {

        private final String table;
        private final List<Column<R>> columns = new ArrayList<>();

        private Builder(String table) {
            this.table = table;
        }

        public Builder<R> column(String name, String type, Function<R, ?> value) {
            columns.add(new Column<>(name, type, value));
            return this;
        }

        /**
         * The statement.
         *
         * @param clause everything after {@code on conflict}; the table's own row is called by the table's name
         */
        public Upsert<R> onConflict(String clause) {
            return new Upsert<>(
                    List.copyOf(columns),
                    "insert into " + table + " (" + names() + ") select * from unnest(" + arrays() + ") on conflict "
                            + clause);
        }

        /**
         * Another statement over the rows.
         *
         * @param statement with {@code :rows} where the rows belong, as a table {@code r} with the columns named here
         */
        public Upsert<R> as(String statement) {
            return new Upsert<>(
                    List.copyOf(columns), statement.replace(":rows", "unnest(" + arrays() + ") as r(" + names() + ")"));
        }

        private String names() {
            return columns.stream().map(Column::name).collect(Collectors.joining(", "));
        }

        private String arrays() {
            return columns.stream().map(column -> "?::" + column.type() + "[]").collect(Collectors.joining(", "));
        }
    }
}
