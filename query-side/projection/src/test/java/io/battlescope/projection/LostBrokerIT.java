package io.battlescope.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.battlescope.api.access.ApiKeyChanged;
import io.battlescope.api.access.Role;
import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.battle.ActStatus;
import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.processor.ProcessorAct.Rebuild;
import io.battlescope.api.processor.ProcessorReport;
import io.battlescope.api.topic.Topic;
import io.battlescope.kit.status.ProcessorSource;
import io.battlescope.projection.fixture.Mails;
import io.battlescope.projection.fixture.ProjectionService;
import io.battlescope.projection.fixture.RandomBattles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The broker comes back with an empty disk, under two instances that run: what the runbook says is enough. */
class LostBrokerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Set<String> NEED_THE_BEGINNING = Set.of("battles", "killmails", "entities");
    private static final String[] SETTINGS = {
        "battlescope.projection.segments=2", "battlescope.projection.claim-timeout=3s"
    };

    private static final ProjectionService service = new ProjectionService();
    private static final List<DomainEventMessage<BattleEvent>> stored =
            RandomBattles.interleave(RandomBattles.bySystem(41, 8), 41);
    private static final List<EnrichedKillmail> archived = Mails.several(40);
    private static ConfigurableApplicationContext other;

    @BeforeAll
    static void start() {
        service.start(SETTINGS);
        other = service.another(SETTINGS);
    }

    @AfterAll
    static void stop() {
        other.close();
        service.close();
    }

    @Test
    void acts_the_audit_and_keys_go_on_by_themselves_and_the_rest_once_it_is_published_again_and_reset()
            throws Exception {
        service.sendBattles(stored);
        service.sendKillmails(archived);
        for (int i = 0; i < 5; i++) {
            service.sendOutcome(outcome("before-" + i));
            service.sendKey(key("before-" + i, null));
        }
        await().atMost(PATIENCE).untilAsserted(LostBrokerIT::isWell);
        await().atMost(PATIENCE).until(() -> service.db().count("projection_version where topic_id is null") == 0);
        Map<String, List<String>> live = readModel();

        service.loseTopics(List.of(Topic.values()));
        await().atMost(PATIENCE).until(() -> lost().equals(NEED_THE_BEGINNING));

        service.sendKey(key("before-0", Instant.now()));
        service.sendOutcome(outcome("after"));
        await().atMost(PATIENCE).until(() -> service.db().count("audit where act_id = 'after'") == 1);
        await().atMost(PATIENCE).until(() -> service.db().count("api_key where revoked_at is not null") == 1);
        assertThat(service.db().count("audit where act_id like 'before-%'")).isEqualTo(5);
        assertThat(service.db().count("api_key")).isEqualTo(5);
        assertThat(lost()).isEqualTo(NEED_THE_BEGINNING);
        assertThat(readModel()).isEqualTo(live);

        service.sendBattles(stored);
        service.sendKillmails(archived);
        for (String processor : NEED_THE_BEGINNING) {
            service.readAgain(processor);
        }
        await().atMost(PATIENCE).untilAsserted(LostBrokerIT::isWell);
        assertThat(readModel()).isEqualTo(live);
        // what becomes of acts is where the gateway reads it
        await().atMost(PATIENCE)
                .until(() -> service.db().count("act where what = 'processor.reset' and status = 'done'") == 3);
        for (String processor : List.of("battles", "killmails")) {
            String rebuild = UUID.randomUUID().toString();
            service.sendOrder(ProjectionService.order(rebuild, processor, new Rebuild(false)));
            await().atMost(PATIENCE)
                    .until(() -> service.db().count("act where status = 'done' and act_id = '" + rebuild + "'") == 1);
            assertThat(service.db().count("rebuild where state = 'ready' and rebuild_id = '" + rebuild + "'"))
                    .isOne();
        }
    }

    private static Set<String> lost() {
        return reports().stream()
                .filter(report ->
                        report.alarms().stream().anyMatch(alarm -> alarm.code().equals("SOURCE_LOST")))
                .map(ProcessorReport::processor)
                .collect(Collectors.toSet());
    }

    private static void isWell() {
        assertThat(reports())
                .allSatisfy(report -> assertThat(report.alarms()).isEmpty())
                .allSatisfy(report -> assertThat(report.caughtUp()).isTrue());
    }

    private static List<ProcessorReport> reports() {
        return service.bean(ProcessorSource.class).processors();
    }

    private static Map<String, List<String>> readModel() {
        return service.db().rowsButActs();
    }

    private static ActOutcome outcome(String actId) {
        return new ActOutcome(
                actId,
                0,
                1,
                "feed.pause",
                "r2z2",
                "alice",
                "because",
                Mails.NOON,
                Mails.NOON,
                ActStatus.DONE,
                null,
                null,
                Map.of(),
                Map.of(),
                Map.of());
    }

    private static ApiKeyChanged key(String keyId, Instant revokedAt) {
        return new ApiKeyChanged(
                keyId,
                "watch",
                Role.OPERATOR,
                "hash",
                "alice",
                Mails.NOON,
                Mails.NOON.plusSeconds(9),
                revokedAt == null ? null : "bob",
                revokedAt,
                revokedAt == null ? Mails.NOON : revokedAt);
    }
}
