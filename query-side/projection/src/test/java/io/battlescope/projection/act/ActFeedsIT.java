package io.battlescope.projection.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.battlescope.api.access.ApiKeyChanged;
import io.battlescope.api.access.Role;
import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.battle.ActStatus;
import io.battlescope.api.battle.OverlayAct;
import io.battlescope.api.battle.OverlayOrder;
import io.battlescope.api.feed.CompletenessDay;
import io.battlescope.api.feed.StartBackfill;
import io.battlescope.api.topic.Topic;
import io.battlescope.projection.fixture.Mails;
import io.battlescope.projection.fixture.ProjectionService;
import io.battlescope.projection.fixture.TestTopic;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActFeedsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ProjectionService service = new ProjectionService();

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void orders_and_outcomes_become_rows_and_leave_the_lag_of_the_read_model_alone() throws Exception {
        forgetAnOldOrder();
        service.sendOrder("30000142", order("new"));
        service.start();

        await().atMost(PATIENCE).until(() -> service.db().count("act where status = 'pending'") == 1);
        service.sendOutcome(outcome("new", "overlay.annotate"));
        service.sendOutcome(outcome("refused-at-the-door", "access.request"));
        service.sendKey(key());
        await().atMost(PATIENCE).until(() -> service.db().count("act where status = 'done'") == 1);

        await().atMost(PATIENCE)
                .until(() -> "caught up".equals(service.report().notes().get("state.acts-requested")));
        await().atMost(PATIENCE).until(() -> service.db().count("audit") == 2);
        await().atMost(PATIENCE).until(() -> service.db().count("api_key") == 1);
        await().atMost(PATIENCE)
                .until(() -> "caught up".equals(service.report().notes().get("state.acts-decided")));
        assertThat(service.db().count("act")).isOne();
        assertThat(service.db().count("projection_progress")).isZero();
        assertThat(service.report().counters())
                .containsEntry("lagRecords.acts-requested", 0L)
                .containsEntry("lagRecords", 0L);
        assertThat(service.report().notes()).doesNotContainKey("error");
    }

    @Test
    void acts_on_feeds_and_what_ingestion_tells_become_rows_and_are_there_again_after_a_replay() throws Exception {
        LocalDate day = LocalDate.parse("2026-11-01");
        service.sendOrder(new StartBackfill("job", "alice", "because", Mails.NOON, day, day));
        service.sendFact(new CompletenessDay(day, 1, 9, 8, 0, 0, 1, 0, "zkillboard-history", Mails.NOON));
        service.sendFact(new CompletenessDay(day, 2, 9, 9, 0, 0, 0, 0, "zkillboard-history", Mails.NOON));
        service.start();

        await().atMost(PATIENCE).until(() -> service.db().count("completeness_day where missing = 0") == 1);
        await().atMost(PATIENCE)
                .until(() -> service.db().count("act where status = 'pending' and what = 'backfill.start'") == 1);
        service.replay("ingestion-state");
        await().atMost(PATIENCE)
                .until(() -> "caught up".equals(service.report().notes().get("state.ingestion-state")));
        await().atMost(PATIENCE).until(() -> service.db().count("completeness_day where version = 2") == 1);
        assertThat(service.report().notes()).doesNotContainKey("error");
    }

    /** Orders are kept for a week, so a Query DB that is built anew begins where the topic does, not at offset 0. */
    private void forgetAnOldOrder() throws Exception {
        service.sendOrder("30000142", order("old"));
        for (int partition = 0; partition < Topic.BATTLE_COMMANDS.partitions(); partition++) {
            TestTopic.forgetRecords(service.topic(Topic.BATTLE_COMMANDS), partition);
        }
    }

    private static OverlayOrder order(String actId) {
        return new OverlayOrder(
                actId, "alice", "because", Mails.NOON, "b", 30000142, null, new OverlayAct.Annotate("a note"));
    }

    private static ApiKeyChanged key() {
        return new ApiKeyChanged(
                "aaaaaaaaaaaa", "watch", Role.VIEWER, "hash", "alice", Mails.NOON, null, null, null, Mails.NOON);
    }

    private static ActOutcome outcome(String actId, String what) {
        return new ActOutcome(
                actId,
                0,
                1,
                what,
                "b",
                "alice",
                "because",
                Mails.NOON,
                Mails.NOON.plusSeconds(1),
                ActStatus.DONE,
                null,
                "in words",
                Map.of());
    }
}
