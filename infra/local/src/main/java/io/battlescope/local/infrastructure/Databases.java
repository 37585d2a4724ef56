package io.battlescope.local.infrastructure;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** The databases of the services and the role that may only read. Needs nothing but the JDBC driver. */
public final class Databases {

    /** The superuser, who needs no password from this machine. */
    public static final String OWNER = "postgres";

    /** What the gateway reads the Query DB with. */
    public static final String READER = "battlescope_reader";

    public static final List<String> NAMES = List.of("ingestion", "events", "battles", "query");

    private static final int TIMEOUT_SECONDS = 10;

    private Databases() {}

    public static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Creates what is missing. */
    public static void createAll(int port) throws SQLException {
        try (Connection connection = connect(port, OWNER)) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", READER)) {
                execute(connection, "create role " + READER + " login");
                execute(connection, "alter role " + READER + " set default_transaction_read_only = on");
            }
        }
        for (String name : NAMES) {
            create(port, name);
        }
    }

    /** @param name a plain identifier; whatever its owner creates in it later, the reader may read */
    public static void create(int port, String name) throws SQLException {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("Not a name for a database: " + name);
        }
        try (Connection connection = connect(port, OWNER)) {
            if (exists(connection, "select 1 from pg_database where datname = ?", name)) {
                return;
            }
            execute(connection, "create database " + name);
        }
        try (Connection connection = connect(port, name)) {
            execute(connection, "alter default privileges grant usage on schemas to " + READER);
            execute(connection, "alter default privileges grant select on tables to " + READER);
        }
    }

    static boolean answers(int port) {
        // a refused connection is cheaper to notice without the driver
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
        } catch (IOException e) {
            return false;
        }
        try (Connection connection = connect(port, OWNER)) {
            return connection.isValid(TIMEOUT_SECONDS);
        } catch (SQLException startingUp) {
            return false;
        }
    }

    private static Connection connect(int port, String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", OWNER);
        properties.setProperty("connectTimeout", Integer.toString(TIMEOUT_SECONDS));
        properties.setProperty("socketTimeout", "60");
        return DriverManager.getConnection(url(port, database), properties);
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
