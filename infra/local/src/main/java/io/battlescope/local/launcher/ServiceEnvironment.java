package io.battlescope.local.launcher;

import io.battlescope.local.infrastructure.Databases;
import io.battlescope.local.process.Ports;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What each service is told about the others; everything else it takes from the launcher's own environment. */
record ServiceEnvironment(
        Ports ports,
        Feed feed,
        Optional<String> rate,
        int gatewayPort,
        AdminToken adminToken,
        Map<String, String> inherited) {

    Map<String, String> of(Service service) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.of("kafka"));
        environment.put("SPRING_DATA_REDIS_HOST", "127.0.0.1");
        environment.put("SPRING_DATA_REDIS_PORT", Integer.toString(ports.of("redis")));
        switch (service) {
            case INGESTION -> {
                database(environment, "ingestion", Databases.OWNER);
                feed(environment);
            }
            case ENRICHMENT -> {
                // has no database
                if (feed.kind() == Feed.Kind.DEMO) {
                    simulatedGame(environment);
                }
            }
            case COMMAND_SIDE -> {
                environment.put("BATTLESCOPE_EVENTS_DB_URL", url("events"));
                environment.put("BATTLESCOPE_EVENTS_DB_USERNAME", Databases.OWNER);
                environment.put("BATTLESCOPE_BATTLES_DB_URL", url("battles"));
                environment.put("BATTLESCOPE_BATTLES_DB_USERNAME", Databases.OWNER);
            }
            case PROJECTION -> database(environment, "query", Databases.OWNER);
            case API_GATEWAY -> {
                database(environment, "query", Databases.READER);
                environment.put("SERVER_PORT", Integer.toString(gatewayPort));
                environment.put(AdminToken.VARIABLE, adminToken.secret());
                environment.put("SERVER_ADDRESS", inherited.getOrDefault("SERVER_ADDRESS", "127.0.0.1"));
            }
        }
        return environment;
    }

    /** The demo is the live feed of a New Eden on this machine, which may be asked as fast as it likes. */
    private void feed(Map<String, String> environment) {
        if (feed.kind() != Feed.Kind.DEMO) {
            environment.put("BATTLESCOPE_FEED", feed.value());
            rate.ifPresent(value -> environment.put("BATTLESCOPE_FEED_RATE", value));
            return;
        }
        environment.put("BATTLESCOPE_FEED", "r2z2");
        environment.put("BATTLESCOPE_FEED_R2Z2_BASE_URL", simulated("r2z2"));
        environment.put("BATTLESCOPE_FEED_START", Long.toString(SimulatorComponent.FIRST_SEQUENCE));
        environment.put("BATTLESCOPE_FEED_MAX_RATE", "5000");
        environment.put("BATTLESCOPE_FEED_AFTER_MISS", "500ms");
        environment.put("BATTLESCOPE_FEED_RECHECK_AFTER", "5s");
        environment.put("BATTLESCOPE_EVEREF_BASE_URL", simulated("everef"));
        simulatedGame(environment);
    }

    private void simulatedGame(Map<String, String> environment) {
        environment.put("BATTLESCOPE_ESI_BASE_URL", simulated("esi"));
    }

    private String simulated(String service) {
        return "http://127.0.0.1:" + ports.of(SimulatorComponent.NAME) + "/" + service;
    }

    private void database(Map<String, String> environment, String name, String user) {
        environment.put("SPRING_DATASOURCE_URL", url(name));
        environment.put("SPRING_DATASOURCE_USERNAME", user);
        environment.put("SPRING_DATASOURCE_PASSWORD", "");
    }

    private String url(String database) {
        return Databases.url(ports.of("postgres"), database);
    }
}
