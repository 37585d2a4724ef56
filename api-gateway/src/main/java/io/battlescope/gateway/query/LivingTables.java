package io.battlescope.gateway.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections that find the tables of the living versions: the Query DB says which they are, and {@code search_path} has them found by
 * their unqualified names. It is asked a few times a second, not for every question, and a connection is told only what is new. So a
 * switch costs readers nothing, and all of them follow it within a second; tables that nobody is told to read any more stay for much
 * longer than that and the longest statement take together.
 */
final class LivingTables extends DelegatingDataSource {

    private static final long FRESH_NANOS = Duration.ofMillis(200).toNanos();
    private static final long MAX_AGE_NANOS = Duration.ofSeconds(1).toNanos();

    private static final String PATH = """
            select coalesce(string_agg(quote_ident(schema_name) || ', ', '' order by processor) filter (where schema_name <> 'public'), '')
                   || 'public'
            from public.projection_version where state = 'living'""";

    private static final ScopedValue<String> OF_THE_QUESTION = ScopedValue.newInstance();

    private final JdbcTemplate jdbc;
    private final AtomicReference<Known> known = new AtomicReference<>(new Known(null, 0));
    private final AtomicReference<Thread> asking = new AtomicReference<>();
    private final Map<Connection, String> told = Collections.synchronizedMap(new WeakHashMap<>());

    /** @param nanoTime when it was asked for, not when the answer came */
    private record Known(String path, long nanoTime) {

        boolean isYoungerThan(long age, long now) {
            return path != null && now - nanoTime < age;
        }
    }

    LivingTables(DataSource queryDb) {
        super(queryDb);
        this.jdbc = new JdbcTemplate(queryDb);
    }

    /** Has all statements of one question read the same versions, however many there are. */
    <T> T forOneQuestion(Callable<T> handling) throws Exception {
        return ScopedValue.where(OF_THE_QUESTION, path()).call(handling::call);
    }

    /** Whoever wins asks; the others do with what is known, unless it is old. */
    private String path() {
        Known last = known.get();
        long now = System.nanoTime();
        if (last.isYoungerThan(FRESH_NANOS, now)) {
            return last.path();
        }
        boolean mine = asking.compareAndSet(null, Thread.currentThread());
        try {
            return !mine && last.isYoungerThan(MAX_AGE_NANOS, now) ? last.path() : ask(now);
        } finally {
            if (mine) {
                asking.set(null);
            }
        }
    }

    private String ask(long now) {
        Known current = new Known(jdbc.queryForObject(PATH, String.class), now);
        return known.accumulateAndGet(
                        current,
                        (one, other) -> one.path() != null && one.nanoTime() - other.nanoTime() > 0 ? one : other)
                .path();
    }

    @Override
    public Connection getConnection() throws SQLException {
        String path = OF_THE_QUESTION.isBound() ? OF_THE_QUESTION.get() : path();
        Connection connection = super.getConnection();
        try {
            use(path, connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Pooled connections remember it; the driver notices such a statement, and prepares its own anew. */
    private void use(String path, Connection connection) throws SQLException {
        Connection physical = connection.unwrap(Connection.class);
        if (!path.equals(told.get(physical))) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set search_path to " + path);
            }
            told.put(physical, path);
        }
    }
}
