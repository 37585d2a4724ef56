package io.battlescope.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Query DB, read as the gateway may read it. Rows carry when ingestion received a killmail and when its row was written, by the
 * same machine's clock; the commit follows the writing within the same batch.
 */
final class QueryDb implements AutoCloseable {

    private static final String READER = "battlescope_reader";
    private static final List<String> SETTINGS =
            List.of("server_version", "fsync", "synchronous_commit", "full_page_writes", "shared_buffers");

    private final Connection connection;

    QueryDb(int port) throws SQLException {
        connection = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/query", READER, "");
    }

    enum Table {
        KILLMAIL("killmail"),
        BATTLE_KILLMAIL("battle_killmail");

        private final String sql;

        Table(String sql) {
            this.sql = sql;
        }
    }

    Map<String, String> settings() throws SQLException {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : SETTINGS) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("show " + name)) {
                row.next();
                settings.put(name, row.getString(1));
            }
        }
        return settings;
    }

    Timeline received() throws SQLException {
        return timeline("received_at", Table.KILLMAIL);
    }

    Timeline projected(Table table) throws SQLException {
        return timeline("projected_at", table);
    }

    long battles() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from battle where merged_into is null and loss_count >= min_losses")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Seconds from received to projected, of all that were received between the two times. */
    double[] delays(Table table, double from, double to) throws SQLException {
        return delays(
                "select extract(epoch from projected_at - received_at)::float8 from " + table.sql
                        + " where extract(epoch from received_at)::float8 between ? and ?",
                from,
                to);
    }

    /**
     * The same of killmails whose battle could be read already when they came. Before that a killmail waits for the next one that
     * makes a battle of them, which is the game's time and not ours.
     */
    double[] delaysInKnownBattles(double from, double to) throws SQLException {
        return delays("""
                select extract(epoch from k.projected_at - k.received_at)::float8
                from battle_killmail k
                join (select battle_id, min(projected_at) as known_at from battle_killmail group by battle_id) b
                  on b.battle_id = k.battle_id and k.received_at >= b.known_at
                where extract(epoch from k.received_at)::float8 between ? and ?""", from, to);
    }

    private double[] delays(String sql, double from, double to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setDouble(1, from);
            statement.setDouble(2, to);
            List<Double> delays = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    delays.add(rows.getDouble(1));
                }
            }
            return delays.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /** In tenths of a second. */
    private Timeline timeline(String column, Table table) throws SQLException {
        String sql = "select floor(extract(epoch from " + column + ") * 10)::float8 / 10 as tenth, count(*) from "
                + table.sql + " group by 1 order by 1";
        List<Timeline.Point> points = new ArrayList<>();
        long total = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                if (points.isEmpty()) {
                    points.add(new Timeline.Point(rows.getDouble(1), 0));
                }
                total += rows.getLong(2);
                points.add(new Timeline.Point(rows.getDouble(1) + 0.1, total));
            }
        }
        return Timeline.of(points);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
