package io.battlescope.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.projection.fixture.Mails;
import io.battlescope.projection.fixture.ProjectionService;
import io.battlescope.projection.fixture.RandomBattles;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Query DB of an earlier time takes the place of the one that an instance works on, within moments. */
class RestoredDatabaseIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final List<DomainEventMessage<BattleEvent>> battles =
            RandomBattles.interleave(RandomBattles.bySystem(17, 8), 17);
    private static final List<EnrichedKillmail> killmails = Mails.several(40);

    private final ProjectionService service = new ProjectionService();

    @BeforeEach
    void start() {
        service.start();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void what_was_handled_since_is_handled_again_from_where_the_restored_positions_stand() throws Exception {
        int half = battles.size() / 2;
        service.sendBattles(battles.subList(0, half));
        service.sendKillmails(killmails.subList(0, 20));
        awaitHandled(20);
        service.db().backUp();
        service.sendBattles(battles.subList(half, battles.size()));
        service.sendKillmails(killmails.subList(20, 40));
        awaitHandled(40);
        Map<String, List<String>> before = service.db().rowsButActs();

        service.db().restore();

        assertThat(service.db().count("killmail")).isLessThan(40);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(service.db().count("parked_letter")).isZero();
            assertThat(service.db().rowsButActs()).isEqualTo(before);
        });
    }

    private void awaitHandled(int killmails) {
        await().atMost(PATIENCE).until(() -> service.db().count("killmail") == killmails && service.isCaughtUp());
    }
}
