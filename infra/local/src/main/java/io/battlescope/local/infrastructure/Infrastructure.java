package io.battlescope.local.infrastructure;

import io.battlescope.local.process.Component;
import io.battlescope.local.process.Ports;
import java.nio.file.Path;
import java.util.List;

/** The three servers of one data directory. */
public record Infrastructure(PostgresServer postgres, KafkaServer kafka, RedisServer redis) {

    /** Names under which ports are remembered. */
    public static final List<String> PORTS = List.of("postgres", "kafka", "kafka-controller", "redis");

    /** @param binaries where programs are unpacked; may be shared by data directories */
    public static Infrastructure of(Path binaries, Path data, Path logs, Ports ports) {
        return new Infrastructure(
                new PostgresServer(
                        binaries, data.resolve("postgres"), logs.resolve("postgres.log"), ports.of("postgres")),
                new KafkaServer(
                        binaries,
                        data.resolve("kafka"),
                        logs.resolve("kafka.log"),
                        ports.of("kafka"),
                        ports.of("kafka-controller")),
                new RedisServer(binaries, data.resolve("redis"), logs.resolve("redis.log"), ports.of("redis")));
    }

    public List<Component> components() {
        return List.of(postgres, kafka, redis);
    }
}
