package io.battlescope.enrichment.stream;

import static io.battlescope.enrichment.MailBuilder.RIFTER;
import static io.battlescope.enrichment.MailBuilder.mail;
import static io.battlescope.enrichment.MailBuilder.pilot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.battlescope.api.entity.EntityKind;
import io.battlescope.api.entity.EntityUpdated;
import io.battlescope.api.topic.DeadLetter;
import io.battlescope.api.topic.Topic;
import io.battlescope.enrichment.EnrichmentApplication;
import io.battlescope.enrichment.MailBuilder;
import io.battlescope.kit.status.ServiceReport;
import io.battlescope.kit.status.StatusSource;
import io.battlescope.testing.TestInfrastructure;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Names beside the stream: the whole service, a real broker and Redis, and an ESI with its faults. */
class NamesIT {

    private static final TestInfrastructure INFRASTRUCTURE = TestInfrastructure.running();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int NOBODY_LISTENS_HERE = 1;
    private static final long VICTIM = 90_000_001;
    private static final long ITS_CORPORATION = 98_000_001;
    private static final long ITS_ALLIANCE = 99_000_001;
    private static final long ATTACKER = 90_000_002;
    private static final long NPC_CORPORATION = 1_000_125;

    private final NamingEsi esi = new NamingEsi();
    private final Wire wire = new Wire(INFRASTRUCTURE.kafka(), INFRASTRUCTURE.newTopics());
    private ConfigurableApplicationContext service;

    @AfterEach
    void stop() {
        if (service != null) {
            service.close();
        }
        wire.close();
        esi.close();
    }

    @Test
    void everybody_is_named_once_and_those_who_have_one_get_their_ticker() {
        LongStream.rangeClosed(1, 300).forEach(id -> wire.accept(killmail(id, ATTACKER)));

        start(INFRASTRUCTURE.redisPort());

        awaitNames(Map.of(
                VICTIM, named(VICTIM, EntityKind.CHARACTER, null),
                ATTACKER, named(ATTACKER, EntityKind.CHARACTER, null),
                ITS_CORPORATION, named(ITS_CORPORATION, EntityKind.CORPORATION, "T98000001"),
                ITS_ALLIANCE, named(ITS_ALLIANCE, EntityKind.ALLIANCE, "T99000001"),
                NPC_CORPORATION, named(NPC_CORPORATION, EntityKind.CORPORATION, "T1000125")));
        assertThat(esi.named()).containsExactlyInAnyOrder(VICTIM, ATTACKER, ITS_CORPORATION, ITS_ALLIANCE);
        assertThat(esi.cards())
                .containsExactlyInAnyOrder("/corporations/98000001", "/alliances/99000001", "/corporations/1000125");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(report().counters())
                        .containsEntry("namesPending", 0L)
                        .containsEntry("tickersPending", 0L)
                        .containsEntry("named", 4L)
                        .containsEntry("tickers", 3L));
        assertThat(report().notes()).containsEntry("esi", "answers");
    }

    @Test
    void without_redis_a_bad_id_is_set_aside_and_the_others_are_named_once() {
        esi.knowsNothingOf(ATTACKER);
        LongStream.rangeClosed(1, 20).forEach(id -> wire.accept(killmail(id, ATTACKER)));
        wire.accept(killmail(21, 90_000_003));

        start(NOBODY_LISTENS_HERE);

        awaitNames(Map.of(
                VICTIM,
                named(VICTIM, EntityKind.CHARACTER, null),
                90_000_003L,
                named(90_000_003, EntityKind.CHARACTER, null),
                ITS_CORPORATION,
                named(ITS_CORPORATION, EntityKind.CORPORATION, "T98000001"),
                ITS_ALLIANCE,
                named(ITS_ALLIANCE, EntityKind.ALLIANCE, "T99000001"),
                NPC_CORPORATION,
                named(NPC_CORPORATION, EntityKind.CORPORATION, "T1000125")));
        assertThat(esi.named()).doesNotHaveDuplicates();
        assertThat(wire.await(Topic.ENTITY_UPDATED_DLT, 1).stream().map(Wire::letter))
                .singleElement()
                .returns("enrichment", DeadLetter::stage)
                .returns("esi:/universe/names", DeadLetter::source)
                .returns("90000002", DeadLetter::position)
                .returns("UNKNOWN_ID", DeadLetter::code);
    }

    @Test
    void while_esi_is_down_killmails_flow_and_their_names_follow_when_it_is_back() {
        esi.down(true);
        wire.accept(killmail(1, ATTACKER));
        start(INFRASTRUCTURE.redisPort());
        wire.await(Topic.KILLMAIL_ENRICHED, 1);
        await().atMost(PATIENCE).until(() -> esi.failures() >= 2);
        wire.accept(killmail(2, 90_000_003));
        wire.await(Topic.KILLMAIL_ENRICHED, 2);
        assertThat(wire.committed("enrichment-names")).isZero();
        assertThat(report().notes()).containsEntry("esi", "/universe/names: unreachable");

        esi.down(false);

        await().atMost(PATIENCE).until(() -> latest().keySet().containsAll(List.of(ATTACKER, 90_000_003L)));
        await().atMost(PATIENCE).until(() -> wire.committed("enrichment-names") == 2);
        assertThat(wire.read(Topic.ENTITY_UPDATED_DLT)).isEmpty();
    }

    private void awaitNames(Map<Long, String> expected) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(latest()).isEqualTo(expected));
    }

    /** What compaction would leave. */
    private Map<Long, String> latest() {
        return wire.read(Topic.ENTITY_UPDATED).stream()
                .map(Wire::entity)
                .sorted(Comparator.comparing(EntityUpdated::asOf))
                .collect(Collectors.toMap(
                        EntityUpdated::id,
                        entity -> entity.kind() + " " + entity.name() + " " + entity.ticker(),
                        (earlier, later) -> later));
    }

    private static String named(long id, EntityKind kind, String ticker) {
        return kind + " Name " + id + " " + ticker;
    }

    private static MailBuilder killmail(long id, long attacker) {
        return mail().id(id)
                .victim(pilot(VICTIM, ITS_CORPORATION, ITS_ALLIANCE).in(RIFTER))
                .attackedBy(
                        pilot(attacker, NPC_CORPORATION).in(RIFTER).damage(100).finalBlow());
    }

    private ServiceReport report() {
        return StatusSource.all(service.getBeansOfType(StatusSource.class).values().stream()
                        .toList())
                .report();
    }

    /** Whenever this runs, it is not the hour of the daily downtime, in which failures are put down to that. */
    private static Clock afternoon() {
        Duration later = Duration.between(LocalTime.now(ZoneOffset.UTC), LocalTime.of(15, 0));
        return Clock.offset(Clock.systemUTC(), later);
    }

    private void start(int redisPort) {
        service = new SpringApplicationBuilder(EnrichmentApplication.class)
                .initializers(
                        context -> ((GenericApplicationContext) context).registerBean(Clock.class, NamesIT::afternoon))
                .run(
                        "--spring.kafka.bootstrap-servers=" + INFRASTRUCTURE.kafka(),
                        "--spring.data.redis.port=" + redisPort,
                        "--battlescope.prices.market-enabled=false",
                        "--battlescope.topics.prefix=" + wire.prefix(),
                        "--battlescope.esi.base-url=" + esi.address());
    }
}
