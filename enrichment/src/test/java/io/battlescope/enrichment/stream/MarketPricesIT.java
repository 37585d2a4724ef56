package io.battlescope.enrichment.stream;

import static io.battlescope.enrichment.MailBuilder.RIFTER;
import static io.battlescope.enrichment.MailBuilder.mail;
import static io.battlescope.enrichment.MailBuilder.pilot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.killmail.KillmailValue;
import io.battlescope.api.topic.Topic;
import io.battlescope.enrichment.EnrichmentApplication;
import io.battlescope.enrichment.MailBuilder;
import io.battlescope.esi.Esi;
import io.battlescope.kit.status.ServiceReport;
import io.battlescope.kit.status.StatusSource;
import io.battlescope.testing.TestInfrastructure;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Killmails that come without a value, with an ESI that is down at first. */
class MarketPricesIT {

    private static final TestInfrastructure INFRASTRUCTURE = TestInfrastructure.running();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int UNKNOWN_HULL = 999_999;
    private static final String PRICES = "[{\"type_id\": " + RIFTER + ", \"average_price\": 350000.5}]";

    private final FakeEsi esi = new FakeEsi();
    private Wire wire;
    private ConfigurableApplicationContext service;

    @BeforeEach
    void noPricesAtHand() {
        var connections = new LettuceConnectionFactory(INFRASTRUCTURE.redisHost(), INFRASTRUCTURE.redisPort());
        connections.start();
        new StringRedisTemplate(connections).delete("battlescope:prices:esi-market");
        connections.destroy();
    }

    @AfterEach
    void stop() {
        if (service != null) {
            service.close();
        }
        wire.close();
    }

    @Test
    void what_was_valued_without_the_market_is_valued_again_once_it_is_there() {
        topics(Map.of());
        wire.accept(killmail(1));
        wire.accept(killmail(2).zkillboardSays(new BigDecimal("123.45")));
        wire.accept(killmail(3).victim(pilot(5, 98_000_005).in(UNKNOWN_HULL)));
        start();
        assertThat(sources(wire.await(Topic.KILLMAIL_ENRICHED, 3)))
                .containsOnly(
                        Map.entry(1L, List.of("ccp-base-price")),
                        Map.entry(2L, List.of("zkillboard")),
                        Map.entry(3L, List.of("unknown")));
        wire.await(Topic.KILLMAIL_UNPRICED, 2);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(report().counters()).containsEntry("unpriced", 2L).containsEntry("repriced", 0L);
            assertThat(report().notes())
                    .containsEntry("prices", "ccp-base-price")
                    .containsEntry("marketPrices", "downtime");
        });

        Instant before = Instant.now().minusSeconds(1);
        esi.goUp(PRICES);
        EnrichedKillmail again =
                enriched(wire.await(Topic.KILLMAIL_ENRICHED, 4)).getLast();

        assertThat(again.killmailId()).isEqualTo(1);
        assertThat(again.value().source()).isEqualTo(KillmailValue.ESI_MARKET);
        assertThat(again.value().isk()).isEqualByComparingTo("350000.5");
        assertThat(again.value().asOf()).isAfter(before);
        assertThat(again.provenance())
                .as("the same delivery")
                .isEqualTo(killmail(1).ingested().provenance());
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(wire.committed("enrichment-repricing")).isEqualTo(2));
        assertThat(report().counters()).containsEntry("repriced", 1L).containsEntry("enriched", 3L);

        wire.accept(killmail(4));
        assertThat(sources(wire.await(Topic.KILLMAIL_ENRICHED, 5))).containsEntry(4L, List.of("esi-market"));
        assertThat(wire.read(Topic.KILLMAIL_UNPRICED)).hasSize(2);
        assertThat(wire.read(Topic.KILLMAIL_INGESTED_DLT)).isEmpty();
    }

    @Test
    void a_start_without_esi_has_the_prices_of_before() {
        topics(Map.of());
        esi.goUp(PRICES);
        start();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(report().notes()).containsEntry("prices", "esi-market"));
        String asOf = report().notes().get("pricesAsOf");
        service.close();
        int asked = esi.questions();

        esi.goDown();
        start();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(report().notes())
                        .containsEntry("prices", "esi-market")
                        .containsEntry("pricesAsOf", asOf)
                        .containsEntry("marketPrices", "current"));
        wire.accept(killmail(1));

        assertThat(sources(wire.await(Topic.KILLMAIL_ENRICHED, 1))).containsEntry(1L, List.of("esi-market"));
        assertThat(esi.questions()).as("fresh prices are not asked for again").isEqualTo(asked);
    }

    @Test
    void a_batch_is_not_done_before_what_waits_for_prices_is_safe() {
        topics(Map.of(Topic.KILLMAIL_UNPRICED, Map.of(TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG, "0")));
        wire.accept(killmail(1));
        wire.awaitAccepted();
        start();
        wire.await(Topic.KILLMAIL_ENRICHED, 2);
        assertThat(wire.committed("enrichment")).isZero();

        wire.configure(
                Topic.KILLMAIL_UNPRICED,
                Map.of(TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG, Long.toString(Long.MAX_VALUE)));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(wire.committed("enrichment")).isEqualTo(1));
        assertThat(wire.await(Topic.KILLMAIL_UNPRICED, 1))
                .allSatisfy(message ->
                        assertThat(message.value()).isEqualTo(killmail(1).bytes()));
    }

    private static List<EnrichedKillmail> enriched(List<ConsumerRecord<String, byte[]>> messages) {
        return messages.stream().map(Wire::enriched).toList();
    }

    private static Map<Long, List<String>> sources(List<ConsumerRecord<String, byte[]>> messages) {
        return enriched(messages).stream()
                .collect(Collectors.groupingBy(
                        EnrichedKillmail::killmailId,
                        Collectors.mapping(killmail -> killmail.value().source(), Collectors.toList())));
    }

    private static MailBuilder killmail(long id) {
        return mail().id(id)
                .attackedBy(pilot(90_000_002, 98_000_002).in(RIFTER).damage(100).finalBlow());
    }

    private void topics(Map<Topic, Map<String, String>> settings) {
        wire = new Wire(INFRASTRUCTURE.kafka(), INFRASTRUCTURE.newTopics(settings));
    }

    private ServiceReport report() {
        return service.getBean(StatusSource.class).report();
    }

    private void start() {
        service = new SpringApplicationBuilder(EnrichmentApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("fakeEsi", Esi.class, () -> esi, definition -> definition.setPrimary(true)))
                .run(
                        "--battlescope.names.enabled=false",
                        "--spring.kafka.bootstrap-servers=" + INFRASTRUCTURE.kafka(),
                        "--spring.data.redis.host=" + INFRASTRUCTURE.redisHost(),
                        "--spring.data.redis.port=" + INFRASTRUCTURE.redisPort(),
                        "--battlescope.topics.prefix=" + wire.prefix());
    }
}
