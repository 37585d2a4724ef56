package io.battlescope.testing;

import io.battlescope.api.topic.Topic;
import io.battlescope.local.infrastructure.Databases;
import io.battlescope.local.infrastructure.Topics;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** PostgreSQL, Kafka and Redis as they run in production, shared by all tests of a build. */
public final class TestInfrastructure {

    private static TestInfrastructure running;

    private final Announcement servers;

    private TestInfrastructure(Announcement servers) {
        this.servers = servers;
    }

    /** Starts the servers, or joins those that another test of this build has started. */
    public static synchronized TestInfrastructure running() {
        if (running == null) {
            try {
                running = new TestInfrastructure(Joining.join());
            } catch (IOException e) {
                throw new IllegalStateException("The test infrastructure cannot be started: " + e.getMessage(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The start of the test infrastructure was interrupted.", e);
            }
        }
        return running;
    }

    /** Bootstrap servers, {@code host:port}. */
    public String kafka() {
        return "127.0.0.1:" + servers.kafka();
    }

    public String redisHost() {
        return "127.0.0.1";
    }

    public int redisPort() {
        return servers.redis();
    }

    /** User name that owns every database; it needs no password. */
    public String databaseOwner() {
        return Databases.OWNER;
    }

    /** User name that may read every database; it needs no password. */
    public String databaseReader() {
        return Databases.READER;
    }

    /**
     * A fresh, empty database of this name and a suffix.
     *
     * @return its JDBC URL, without user
     */
    public String newDatabase(String name) {
        String database = name + "_" + suffix();
        try {
            Databases.create(servers.postgres(), database);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "PostgreSQL did not create database " + database + ": " + e.getMessage(), e);
        }
        return Databases.url(servers.postgres(), database);
    }

    /**
     * Creates every topic under a prefix of its own.
     *
     * @return the prefix
     */
    public String newTopics() {
        return newTopics(Map.of());
    }

    /**
     * Creates every topic under a prefix of its own, some of them with settings that are heeded from the first record on.
     *
     * @param settings the broker's names and values, by topic
     * @return the prefix
     */
    public String newTopics(Map<Topic, Map<String, String>> settings) {
        String prefix = "t" + suffix() + ".";
        try {
            Topics.createAll(kafka(), prefix, settings);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The creation of topics was interrupted.", e);
        }
        return prefix;
    }

    private static String suffix() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
