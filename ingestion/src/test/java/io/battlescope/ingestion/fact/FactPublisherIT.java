package io.battlescope.ingestion.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.battlescope.api.feed.CompletenessDay;
import io.battlescope.api.topic.Topic;
import io.battlescope.kit.topic.TopicNames;
import io.battlescope.local.infrastructure.Topics;
import io.battlescope.testing.TestInfrastructure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Facts reach a broker that was away, each in its latest version. */
class FactPublisherIT {

    private final TestInfrastructure infrastructure = TestInfrastructure.running();
    private final DriverManagerDataSource database =
            new DriverManagerDataSource(infrastructure.newDatabase("facts"), infrastructure.databaseOwner(), "");
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(database);
    private final FactTable table = new FactTable(new JdbcTemplate(database));

    @Test
    void factsWaitForTheBrokerAndArriveInTheirLatestVersion() throws InterruptedException {
        Flyway.configure().dataSource(database).load().migrate();
        String prefix = "f" + UUID.randomUUID().toString().substring(0, 8) + ".";
        TopicNames names = new TopicNames(prefix);
        DefaultKafkaProducerFactory<String, byte[]> producers = new DefaultKafkaProducerFactory<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                infrastructure.kafka(),
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                300));
        FactPublisher publisher = new FactPublisher(table, transactions, producers, names);
        StoredFacts facts = new StoredFacts(table, publisher);
        publisher.start();
        try {
            tell(facts, 1);
            await().untilAsserted(() -> assertThat(publisher.report().notes()).containsKey("factsError"));
            tell(facts, 3);
            tell(facts, 2);

            Topics.createAll(infrastructure.kafka(), prefix);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(publisher.report().notes()).isEmpty());
            await().untilAsserted(() -> assertThat(table.unpublished(10)).isEmpty());
            assertThat(published(names).getLast()).contains("\"fact\":\"day\"").contains("\"version\":3");

            tell(facts, 4);
            await().untilAsserted(() -> assertThat(published(names))
                    .hasSizeLessThan(5)
                    .last()
                    .asString()
                    .contains("\"version\":4"));
        } finally {
            publisher.stop();
            producers.destroy();
        }
    }

    private void tell(Facts facts, long version) {
        CompletenessDay day = new CompletenessDay(
                LocalDate.of(2021, 11, 28), version, 10, 8, 1, 1, 0, 0, "x", Instant.parse("2026-11-01T12:00:00Z"));
        new TransactionTemplate(transactions).executeWithoutResult(status -> facts.tell(day));
    }

    private List<String> published(TopicNames names) {
        TopicPartition partition = new TopicPartition(names.of(Topic.INGESTION_STATE), 0);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", infrastructure.kafka(), "enable.auto.commit", false),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            List<String> values = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(one -> values.add(new String(one.value(), StandardCharsets.UTF_8)));
            }
            return values;
        }
    }
}
