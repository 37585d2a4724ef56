package io.battlescope.enrichment.stream;

import static io.battlescope.enrichment.MailBuilder.RIFTER;
import static io.battlescope.enrichment.MailBuilder.mail;
import static io.battlescope.enrichment.MailBuilder.pilot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.topic.DeadLetter;
import io.battlescope.api.topic.Topic;
import io.battlescope.enrichment.EnrichmentApplication;
import io.battlescope.enrichment.MailBuilder;
import io.battlescope.kit.status.StatusSource;
import io.battlescope.testing.TestInfrastructure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service against a real broker. Redis is not needed and, in most tests, not there. */
class EnrichmentIT {

    private static final TestInfrastructure INFRASTRUCTURE = TestInfrastructure.running();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int NOBODY_LISTENS_HERE = 1;

    private Wire wire;
    private ConfigurableApplicationContext service;

    @AfterEach
    void stop() {
        if (service != null) {
            service.close();
        }
        wire.close();
    }

    @Test
    void what_goes_in_comes_out_once_keyed_by_system() {
        topics(Map.of());
        LongStream.rangeClosed(1, 500).forEach(id -> wire.accept(killmail(id)));

        start();

        List<ConsumerRecord<String, byte[]>> out = wire.await(Topic.KILLMAIL_ENRICHED, 500);
        assertThat(ids(out)).hasSize(500).doesNotHaveDuplicates();
        assertThat(out).allSatisfy(message -> {
            EnrichedKillmail enriched = Wire.enriched(message);
            assertThat(message.key()).isEqualTo(Integer.toString(enriched.systemId()));
            assertThat(enriched.provenance().correlationId()).isEqualTo("correlation-" + enriched.killmailId());
        });
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(counters())
                        .containsEntry("enriched", 500L)
                        .containsEntry("deadLettered", 0L)
                        .containsEntry("lagRecords", 0L)
                        .containsEntry("lagMillis", 0L));
    }

    @Test
    void poison_is_set_aside_with_the_reason_and_the_rest_goes_on() {
        topics(Map.of());
        wire.accept(killmail(1));
        wire.accept("30002537", "not json".getBytes(StandardCharsets.UTF_8));
        wire.accept("30002537", killmail(2).without("victim").bytes());
        wire.accept("30002537", null);
        wire.accept(killmail(3));

        start();

        assertThat(ids(wire.await(Topic.KILLMAIL_ENRICHED, 2))).containsExactlyInAnyOrder(1L, 3L);
        List<DeadLetter> letters = wire.await(Topic.KILLMAIL_INGESTED_DLT, 3).stream()
                .map(Wire::letter)
                .toList();
        assertThat(letters)
                .extracting(DeadLetter::code)
                .containsExactly("NOT_A_KILLMAIL", "KILLMAIL_INCOMPLETE", "NOT_A_KILLMAIL");
        assertThat(letters).allSatisfy(letter -> {
            assertThat(letter.stage()).isEqualTo("enrichment");
            assertThat(letter.source()).isEqualTo("killmail.ingested");
            assertThat(letter.position()).matches("\\d+@\\d+");
        });
        assertThat(letters.get(0).payload()).isEqualTo("not json");
        assertThat(letters.get(1).killmailId()).isEqualTo(2);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(counters()).containsEntry("enriched", 2L).containsEntry("deadLettered", 3L));
    }

    @Test
    void a_restart_in_the_middle_loses_nothing() {
        topics(Map.of());
        LongStream.rangeClosed(1, 4_000).forEach(id -> wire.accept(killmail(id)));
        start("--spring.kafka.consumer.max-poll-records=50", "--spring.kafka.listener.immediate-stop=true");
        wire.await(Topic.KILLMAIL_ENRICHED, 200);
        service.close();
        long before = wire.read(Topic.KILLMAIL_ENRICHED).size();

        start();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                ids(wire.read(Topic.KILLMAIL_ENRICHED)).stream().distinct())
                        .hasSize(4_000));
        assertThat(before).as("stopped in the middle").isLessThan(4_000);
    }

    @Test
    void a_batch_that_the_broker_refuses_is_not_committed_but_tried_until_it_goes() {
        topics(with(TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG, "0"));
        LongStream.rangeClosed(1, 20).forEach(id -> wire.accept(killmail(id)));
        wire.awaitAccepted();
        start();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(counters().get("lagMillis"))
                        .as("time enough for several tries")
                        .isGreaterThan(2_000));
        assertThat(wire.committed("enrichment")).isZero();
        assertThat(counters()).containsEntry("enriched", 0L).containsEntry("lagRecords", 20L);

        wire.configure(
                Topic.KILLMAIL_ENRICHED,
                Map.of(TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG, Long.toString(Long.MAX_VALUE)));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                ids(wire.read(Topic.KILLMAIL_ENRICHED)).stream().distinct())
                        .hasSize(20));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(wire.committed("enrichment")).isEqualTo(20));
        assertThat(wire.read(Topic.KILLMAIL_INGESTED_DLT)).isEmpty();
    }

    @Test
    void what_no_broker_takes_is_set_aside() {
        topics(with(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "2000"));
        MailBuilder blob = killmail(1);
        LongStream.range(0, 500)
                .forEach(pilot -> blob.attackedBy(pilot(90_000_000 + pilot * 7919, 98_000_000 + pilot)));
        wire.accept(blob);
        wire.accept(killmail(2));

        start("--spring.kafka.producer.compression-type=none", "--spring.kafka.producer.batch-size=0");

        assertThat(ids(wire.await(Topic.KILLMAIL_ENRICHED, 1))).containsExactly(2L);
        assertThat(Wire.letter(wire.await(Topic.KILLMAIL_INGESTED_DLT, 1).getFirst()))
                .returns("TOO_LARGE", DeadLetter::code)
                .returns(1L, DeadLetter::killmailId);
    }

    private static MailBuilder killmail(long id) {
        return mail().id(id)
                .inSystem(30_002_500 + (int) (id % 17))
                .attackedBy(pilot(90_000_002, 98_000_002).in(RIFTER).damage(100).finalBlow());
    }

    private void topics(Map<Topic, Map<String, String>> settings) {
        wire = new Wire(INFRASTRUCTURE.kafka(), INFRASTRUCTURE.newTopics(settings));
    }

    /** The topic of enriched killmails with a setting of its own. */
    private static Map<Topic, Map<String, String>> with(String setting, String value) {
        return Map.of(Topic.KILLMAIL_ENRICHED, Map.of(setting, value));
    }

    private static List<Long> ids(List<ConsumerRecord<String, byte[]>> messages) {
        return messages.stream()
                .map(message -> Wire.enriched(message).killmailId())
                .toList();
    }

    private Map<String, Long> counters() {
        return service.getBean(StatusSource.class).report().counters();
    }

    private void start(String... further) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.kafka.bootstrap-servers=" + INFRASTRUCTURE.kafka(),
                "--spring.data.redis.port=" + NOBODY_LISTENS_HERE,
                "--battlescope.names.enabled=false",
                "--battlescope.prices.market-enabled=false",
                "--battlescope.topics.prefix=" + wire.prefix()));
        arguments.addAll(List.of(further));
        service = SpringApplication.run(EnrichmentApplication.class, arguments.toArray(String[]::new));
    }
}
