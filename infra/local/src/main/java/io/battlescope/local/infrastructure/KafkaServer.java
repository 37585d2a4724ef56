package io.battlescope.local.infrastructure;

import io.battlescope.local.process.Component;
import io.battlescope.local.process.Java;
import io.battlescope.local.process.ProcessSpec;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** One Kafka node without ZooKeeper, in a JVM of its own so that its libraries never meet those of a service. */
public final class KafkaServer implements Component {

    public static final String NAME = "kafka";

    private static final int HEAP_MEBIBYTES = 384;

    private final Path archive;
    private final Path directory;
    private final Path log;
    private final int port;
    private final int controllerPort;

    KafkaServer(Path binaries, Path directory, Path log, int port, int controllerPort) {
        this.archive = binaries.resolve("kafka.jsa");
        this.directory = directory;
        this.log = log;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    @Override
    public String name() {
        return NAME;
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(directory);
        Files.createDirectories(archive.getParent());
        Properties properties = new Properties();
        properties.putAll(settings());
        try (Writer writer = Files.newBufferedWriter(configuration())) {
            properties.store(writer, null);
        }
    }

    @Override
    public ProcessSpec spec() {
        List<String> command = new ArrayList<>();
        command.add(Java.executable());
        command.addAll(Java.options(HEAP_MEBIBYTES, archive));
        command.addAll(List.of(
                "-cp",
                Java.classPath(),
                KafkaBroker.class.getName(),
                configuration().toString()));
        return new ProcessSpec(NAME, command, configuration().toString(), Map.of(), log, "TERM");
    }

    @Override
    public boolean isReady() {
        return Topics.answers(address());
    }

    private Path configuration() {
        return directory.resolve("server.properties");
    }

    private Map<String, String> settings() {
        String tenMebibytes = Integer.toString(Topics.MAX_BATCH_BYTES);
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                Map.entry("listeners", "PLAINTEXT://" + address() + ",CONTROLLER://127.0.0.1:" + controllerPort),
                Map.entry("advertised.listeners", "PLAINTEXT://" + address()),
                Map.entry("inter.broker.listener.name", "PLAINTEXT"),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", directory.resolve("data").toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("message.max.bytes", tenMebibytes),
                Map.entry("replica.fetch.max.bytes", tenMebibytes),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // a broker that died is let in again only when its former self has timed out, after 9 s by default
                Map.entry("broker.heartbeat.interval.ms", "500"),
                Map.entry("broker.session.timeout.ms", "3000"),
                // the offsets of a consumer that rests for months must not be forgotten: it would read all again
                Map.entry("offsets.retention.minutes", "525600"),
                // 128 MiB of heap by default
                Map.entry("log.cleaner.dedupe.buffer.size", "8388608"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("background.threads", "2"));
    }
}
