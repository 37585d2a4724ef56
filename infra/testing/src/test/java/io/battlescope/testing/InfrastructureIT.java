package io.battlescope.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.battlescope.api.topic.Topic;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class InfrastructureIT {

    private final TestInfrastructure infrastructure = TestInfrastructure.running();

    @Test
    void databaseIsFreshAndDurable() throws SQLException {
        String first = infrastructure.newDatabase("query");
        String second = infrastructure.newDatabase("query");

        assertThat(first).isNotEqualTo(second);
        try (Connection connection = DriverManager.getConnection(first, infrastructure.databaseOwner(), null)) {
            assertThat(value(connection, "show server_version")).startsWith("18.");
            assertThat(value(connection, "show fsync")).isEqualTo("on");
            assertThat(value(connection, "show synchronous_commit")).isEqualTo("on");
            assertThat(value(connection, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(value(connection, "select lower('ŽLUŤOUČKÝ')")).isEqualTo("žluťoučký");
        }
    }

    @Test
    void readerReadsWhatIsCreatedLaterAndWritesNothing() throws SQLException {
        String url = infrastructure.newDatabase("query");
        try (Connection owner = DriverManager.getConnection(url, infrastructure.databaseOwner(), null);
                Statement statement = owner.createStatement()) {
            statement.execute("create table public_one (id int)");
            statement.execute("create schema other");
            statement.execute("create table other.one (id int)");
        }

        try (Connection reader = DriverManager.getConnection(url, infrastructure.databaseReader(), null);
                Statement statement = reader.createStatement()) {
            assertThat(value(reader, "select count(*) from public_one")).isEqualTo("0");
            assertThat(value(reader, "select count(*) from other.one")).isEqualTo("0");
            statement.execute("set default_transaction_read_only = off");
            assertThatThrownBy(() -> statement.execute("insert into public_one values (1)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void topicsAreThereWithTheirPartitions() throws Exception {
        String prefix = infrastructure.newTopics();

        try (Admin admin = Admin.create(Map.of("bootstrap.servers", infrastructure.kafka()))) {
            List<String> names = Arrays.stream(Topic.values())
                    .map(t -> prefix + t.topicName())
                    .toList();
            Map<String, TopicDescription> topics =
                    admin.describeTopics(names).allTopicNames().get(20, TimeUnit.SECONDS);
            assertThat(Topic.values())
                    .allSatisfy(topic -> assertThat(
                                    topics.get(prefix + topic.topicName()).partitions())
                            .hasSize(topic.partitions()));
        }
    }

    @Test
    void largestMessageTravels() throws Exception {
        String topic = infrastructure.newTopics() + Topic.KILLMAIL_INGESTED.topicName();
        byte[] message = new byte[Topic.MAX_MESSAGE_BYTES];
        new java.util.Random(1).nextBytes(message);

        Map<String, Object> client = Map.of("bootstrap.servers", infrastructure.kafka());
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                with(client, "max.request.size", 10485760), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, null, message)).get(20, TimeUnit.SECONDS);
        }
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(Set.of(partition));
            consumer.seek(partition, 0);
            ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofSeconds(20));
            assertThat(records.iterator().next().value()).isEqualTo(message);
        }
    }

    @Test
    void redisAnswers() throws IOException {
        try (Socket socket = new Socket(infrastructure.redisHost(), infrastructure.redisPort())) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII))
                    .isEqualTo("+PONG");
        }
    }

    private static Map<String, Object> with(Map<String, Object> settings, String name, Object value) {
        Map<String, Object> more = new java.util.HashMap<>(settings);
        more.put(name, value);
        return more;
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
