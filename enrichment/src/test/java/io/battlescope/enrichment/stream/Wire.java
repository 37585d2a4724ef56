package io.battlescope.enrichment.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.entity.EntityUpdated;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.topic.DeadLetter;
import io.battlescope.api.topic.Topic;
import io.battlescope.enrichment.MailBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** The topics around the service: puts accepted killmails in and looks at what came out. */
final class Wire implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String prefix;
    private final Map<String, Object> broker;
    private final KafkaProducer<String, byte[]> producer;
    private final Admin admin;
    private final List<Future<?>> sent = new ArrayList<>();
    private final Map<Topic, KafkaConsumer<String, byte[]>> consumers = new EnumMap<>(Topic.class);
    private final Map<Topic, List<ConsumerRecord<String, byte[]>>> seen = new EnumMap<>(Topic.class);

    Wire(String servers, String prefix) {
        this.prefix = prefix;
        this.broker = Map.of("bootstrap.servers", servers);
        this.producer = new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer());
        this.admin = Admin.create(broker);
    }

    String prefix() {
        return prefix;
    }

    void accept(MailBuilder mail) {
        accept(Integer.toString(mail.ingested().systemId()), mail.bytes());
    }

    void accept(String key, byte[] message) {
        sent.add(producer.send(new ProducerRecord<>(name(Topic.KILLMAIL_INGESTED), key, message)));
    }

    /** Returns once the broker has all that was accepted; a killmail that it has not would be waited for in vain. */
    void awaitAccepted() {
        producer.flush();
        sent.forEach(Wire::get);
        sent.clear();
    }

    /** All messages of the topic, once there are at least so many. */
    List<ConsumerRecord<String, byte[]>> await(Topic topic, int atLeast) {
        awaitAccepted();
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(read(topic)).hasSizeGreaterThanOrEqualTo(atLeast));
        return read(topic);
    }

    /** All messages of the topic up to now. */
    List<ConsumerRecord<String, byte[]>> read(Topic topic) {
        List<ConsumerRecord<String, byte[]>> messages = seen.computeIfAbsent(topic, none -> new ArrayList<>());
        consumers
                .computeIfAbsent(topic, this::fromTheBeginning)
                .poll(Duration.ofMillis(200))
                .forEach(messages::add);
        return List.copyOf(messages);
    }

    /** The broker heeds it a little later. */
    void configure(Topic topic, Map<String, String> settings) {
        Collection<AlterConfigOp> changes = settings.entrySet().stream()
                .map(e -> new AlterConfigOp(new ConfigEntry(e.getKey(), e.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        get(admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, name(topic)), changes))
                .all());
    }

    /** How many messages the group has done with, by its committed offsets. */
    long committed(String group) {
        return get(admin.listConsumerGroupOffsets(prefix + group).partitionsToOffsetAndMetadata()).values().stream()
                .mapToLong(offset -> offset.offset())
                .sum();
    }

    static EnrichedKillmail enriched(ConsumerRecord<String, byte[]> message) {
        return read(message, EnrichedKillmail.class);
    }

    static EntityUpdated entity(ConsumerRecord<String, byte[]> message) {
        return read(message, EntityUpdated.class);
    }

    static DeadLetter letter(ConsumerRecord<String, byte[]> message) {
        return read(message, DeadLetter.class);
    }

    @Override
    public void close() {
        consumers.values().forEach(KafkaConsumer::close);
        producer.close();
        admin.close();
    }

    private KafkaConsumer<String, byte[]> fromTheBeginning(Topic topic) {
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(broker, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(name(topic)).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private String name(Topic topic) {
        return prefix + topic.topicName();
    }

    private static <T> T read(ConsumerRecord<String, byte[]> message, Class<T> type) {
        try {
            return MessageJson.mapper().readValue(message.value(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T get(Future<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker refused", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
