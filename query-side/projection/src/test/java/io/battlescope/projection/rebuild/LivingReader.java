package io.battlescope.projection.rebuild;

import io.battlescope.projection.fixture.QueryDb;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks for battles again and again, by the path of the living version, as the gateway does. */
final class LivingReader implements AutoCloseable {

    private static final int INTERVAL_MILLIS = 10;

    /** A battle and how far it is are written together, so in one version they say the same. */
    private static final String QUESTION = """
            select (select coalesce(sum(last_sequence + 1), 0) from aggregate_progress where processor = 'battles') as events,
                   (select count(*) from battle b full join aggregate_progress p on p.aggregate_id = b.battle_id
                    where coalesce(p.processor, 'battles') = 'battles' and b.version is distinct from p.last_sequence) as mixed""";

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Connection connection;
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Set<String> schemas = ConcurrentHashMap.newKeySet();
    private long events;

    LivingReader(QueryDb db) throws SQLException {
        connection = db.dataSource().getConnection();
        timer.scheduleWithFixedDelay(this::read, 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Errors, mixtures of two versions, and battles that went back in time. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** Those that answers came from. */
    Set<String> schemas() {
        return Set.copyOf(schemas);
    }

    private void read() {
        try (Statement statement = connection.createStatement()) {
            String schema = living(statement);
            statement.execute("set search_path to " + schema + ", public");
            try (ResultSet answer = statement.executeQuery(QUESTION)) {
                answer.next();
                if (answer.getLong("mixed") != 0) {
                    faults.add(answer.getLong("mixed") + " battles of two versions, by " + schema);
                }
                if (answer.getLong("events") < events) {
                    faults.add("Back from " + events + " events to " + answer.getLong("events") + ", by " + schema);
                }
                events = answer.getLong("events");
            }
            schemas.add(schema);
        } catch (SQLException e) {
            faults.add(e.toString());
        }
    }

    private static String living(Statement statement) throws SQLException {
        try (ResultSet living = statement.executeQuery(
                "select schema_name from public.projection_version where processor = 'battles' and state = 'living'")) {
            living.next();
            return living.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        timer.close();
        connection.close();
    }
}
