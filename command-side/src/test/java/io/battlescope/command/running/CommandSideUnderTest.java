package io.battlescope.command.running;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.battle.BattleOrder;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.processor.ProcessorOrder;
import io.battlescope.api.topic.Topic;
import io.battlescope.command.CommandSideApplication;
import io.battlescope.local.infrastructure.Topics;
import io.battlescope.testing.TestInfrastructure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Databases and topics of one test, any number of instances on them, and the way to send killmails. */
final class CommandSideUnderTest implements AutoCloseable {

    private final TestInfrastructure infrastructure = TestInfrastructure.running();
    private final String topicPrefix = infrastructure.newTopics();
    private final String eventsDb = infrastructure.newDatabase("events");
    private final String battlesDb = infrastructure.newDatabase("battles");
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", infrastructure.kafka(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());

    /** Another instance of the service. */
    ConfigurableApplicationContext start(String... settings) {
        // as arguments: properties of the builder are mere defaults, which the service's own files override
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.kafka.bootstrap-servers=" + infrastructure.kafka(),
                "--spring.data.redis.host=" + infrastructure.redisHost(),
                "--spring.data.redis.port=" + infrastructure.redisPort(),
                "--battlescope.topics.prefix=" + topicPrefix,
                "--battlescope.events-db.url=" + eventsDb,
                "--battlescope.battles-db.url=" + battlesDb));
        arguments.addAll(List.of(settings));
        return new SpringApplicationBuilder(CommandSideApplication.class).run(arguments.toArray(String[]::new));
    }

    void send(List<EnrichedKillmail> mails) {
        mails.forEach(mail -> send(mail.systemId(), json(mail)));
        producer.flush();
    }

    void send(int systemId, byte[] message) {
        producer.send(new ProducerRecord<>(
                topicPrefix + Topic.KILLMAIL_ENRICHED.topicName(), Integer.toString(systemId), message));
    }

    /** An admin's order, as the gateway sends it. */
    void order(int systemId, BattleOrder order) {
        producer.send(new ProducerRecord<>(
                topicPrefix + Topic.BATTLE_COMMANDS.topicName(), Integer.toString(systemId), write(order)));
        producer.flush();
    }

    /** An admin's order on a processor, as the gateway sends it. */
    void order(ProcessorOrder order) {
        order(order.service(), write(order));
    }

    void order(String service, byte[] order) {
        producer.send(new ProducerRecord<>(topicPrefix + Topic.ADMIN_COMMANDS.topicName(), service, order));
        producer.flush();
    }

    /** As when the broker has lost its disk: the topic is empty, and another one than before. */
    void makeAnew(Topic topic) throws InterruptedException, ExecutionException {
        String name = topicPrefix + topic.topicName();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", infrastructure.kafka()))) {
            admin.deleteTopics(List.of(name)).all().get();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !admin.listTopics().names().get().contains(name));
        }
        // the broker may still be at the deletion
        Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            Topics.createAll(infrastructure.kafka(), topicPrefix);
            return true;
        });
    }

    TopicReader reader(Topic topic) {
        return new TopicReader(infrastructure.kafka(), topicPrefix + topic.topicName());
    }

    TopicReader battleEvents() {
        return reader(Topic.BATTLE_EVENTS);
    }

    TopicReader deadLetters() {
        return reader(Topic.KILLMAIL_ENRICHED_DLT);
    }

    JdbcClient eventsDb() {
        return client(eventsDb);
    }

    JdbcClient battlesDb() {
        return client(battlesDb);
    }

    Connection battlesConnection() throws SQLException {
        return dataSource(battlesDb).getConnection();
    }

    private JdbcClient client(String url) {
        return JdbcClient.create(dataSource(url));
    }

    private DriverManagerDataSource dataSource(String url) {
        return new DriverManagerDataSource(url, infrastructure.databaseOwner(), "");
    }

    static byte[] json(EnrichedKillmail mail) {
        return write(mail);
    }

    private static byte[] write(Object message) {
        try {
            return MessageJson.mapper().writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
