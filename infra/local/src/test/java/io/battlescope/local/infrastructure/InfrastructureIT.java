package io.battlescope.local.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.local.process.Component;
import io.battlescope.local.process.ManagedProcess;
import io.battlescope.local.process.Ports;
import io.battlescope.local.process.Starter;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfrastructureIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path binaries;

    @TempDir
    private Path data;

    private Infrastructure servers;
    private final List<ManagedProcess> processes = new ArrayList<>();

    @BeforeEach
    void settle() throws IOException {
        servers = Infrastructure.of(
                binaries, data, data.resolve("logs"), Ports.settle(data.resolve("ports"), Infrastructure.PORTS));
    }

    @AfterEach
    void leaveNothingBehind() throws IOException {
        for (ManagedProcess process : ManagedProcess.findAll(data.resolve("run"))) {
            process.stop(PATIENCE);
        }
    }

    @Test
    void dataSurviveAStopInOrder() throws Exception {
        start();
        leaveTraces();
        for (ManagedProcess process : processes) {
            process.stop(PATIENCE);
        }
        assertThat(ManagedProcess.findAll(data.resolve("run"))).isEmpty();

        start();

        assertTracesAreThere();
    }

    @Test
    void dataSurviveAKill() throws Exception {
        start();
        leaveTraces();
        for (ManagedProcess process : processes) {
            process.stop("KILL", PATIENCE);
        }

        start();

        assertTracesAreThere();
    }

    @Test
    void secondSetUpChangesNothing() throws Exception {
        start();

        Databases.createAll(servers.postgres().port());
        Topics.createAll(servers.kafka().address(), "");

        assertThat(RedisServer.answers(servers.redis().port())).isTrue();
    }

    private void start() throws IOException, InterruptedException, SQLException {
        processes.clear();
        Starter starter = new Starter(data.resolve("run"), PATIENCE);
        for (Component component : servers.components()) {
            processes.add(starter.start(component));
        }
        Databases.createAll(servers.postgres().port());
        Topics.createAll(servers.kafka().address(), "");
    }

    private void leaveTraces() throws Exception {
        try (Connection connection = events();
                Statement statement = connection.createStatement()) {
            statement.execute("create table trace (id int)");
            statement.execute("insert into trace values (42)");
        }
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers.kafka().address()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("battle.events", 0, "30000142", "{}"))
                    .get(20, TimeUnit.SECONDS);
        }
    }

    private void assertTracesAreThere() throws Exception {
        try (Connection connection = events();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select id from trace")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getInt(1)).isEqualTo(42);
        }
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", servers.kafka().address()))) {
            var partition = new org.apache.kafka.common.TopicPartition("battle.events", 0);
            assertThat(admin.listOffsets(Map.of(partition, org.apache.kafka.clients.admin.OffsetSpec.latest()))
                            .partitionResult(partition)
                            .get(20, TimeUnit.SECONDS)
                            .offset())
                    .isEqualTo(1);
        }
    }

    private Connection events() throws SQLException {
        return DriverManager.getConnection(Databases.url(servers.postgres().port(), "events"), Databases.OWNER, null);
    }
}
