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
                environment.put("BATTLESCOPE_FEED", feed.value());
                rate.ifPresent(value -> environment.put("BATTLESCOPE_FEED_RATE", value));
            }
            case ENRICHMENT -> {
                // has no database
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

    private void database(Map<String, String> environment, String name, String user) {
        environment.put("SPRING_DATASOURCE_URL", url(name));
        environment.put("SPRING_DATASOURCE_USERNAME", user);
        environment.put("SPRING_DATASOURCE_PASSWORD", "");
    }

    private String url(String database) {
        return Databases.url(ports.of("postgres"), database);
    }
}
