package io.battlescope.projection.act;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.admin.OrderDigest;
import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.battle.ActStatus;
import io.battlescope.api.battle.BattleOrder;
import io.battlescope.api.battle.OverlayAct;
import io.battlescope.api.battle.OverlayOrder;
import io.battlescope.api.battle.ReclusterOrder;
import io.battlescope.api.feed.FeedOrder;
import io.battlescope.api.feed.StartBackfill;
import io.battlescope.projection.fixture.Mails;
import io.battlescope.projection.fixture.QueryDb;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActProjectionIT {

    private static final Instant ASKED = Mails.NOON;

    private static QueryDb db;
    private static RequestedActs requested;
    private static RequestedActs requestedOfFeeds;
    private static ToldActs running;
    private static ToldActs decided;

    @BeforeAll
    static void migrate() {
        db = QueryDb.migrated();
        ActStore store = new ActStore(db.jdbc());
        requested = RequestedActs.onBattles(store);
        requestedOfFeeds = RequestedActs.onFeeds(store);
        running = ToldActs.running(store);
        decided = ToldActs.decided(store);
    }

    @BeforeEach
    void empty() {
        db.clear();
    }

    @Test
    void an_order_is_pending_until_its_outcome_is_known() {
        handle(pin("a"));
        assertThat(act("a"))
                .containsEntry("status", "pending")
                .containsEntry("what", "overlay.annotate")
                .containsEntry("target", "battle-1")
                .containsEntry("actor", "alice")
                .containsEntry("parts", 1)
                .containsEntry("figures", null)
                .containsEntry("decided_at", null);

        handle(outcome("a", 0, ActStatus.REFUSED, 1));
        assertThat(act("a"))
                .containsEntry("status", "refused")
                .containsEntry("code", "BATTLE_UNKNOWN")
                .containsEntry("detail", "in words");
        assertThat(db.jdbc().queryForObject("select figures ->> 'battlesChanged' from act", String.class))
                .isEqualTo("2");
    }

    @Test
    void an_order_to_cluster_anew_says_what_and_where() {
        handle(new ReclusterOrder("r", "alice", "why", ASKED, 30000142, null, null, true, 0, 1));
        handle(new ReclusterOrder("e", "alice", "why", ASKED, null, null, null, false, 3, 8));

        assertThat(act("r")).containsEntry("what", "recluster.dryRun").containsEntry("target", "system 30000142");
        assertThat(act("e"))
                .containsEntry("what", "recluster")
                .containsEntry("target", "everything")
                .containsEntry("part", 3)
                .containsEntry("parts", 8);
    }

    @Test
    void an_order_to_ingestion_says_what_and_where() {
        handle(backfill("f"));

        assertThat(act("f"))
                .containsEntry("status", "pending")
                .containsEntry("what", "backfill.start")
                .containsEntry("target", "2026-11-01 to 2026-11-02")
                .containsEntry("reason", "because")
                .containsEntry("parts", 1);
    }

    @Test
    void what_was_asked_for_first_under_an_id_is_kept_as_a_digest() {
        handle(outcome("f", 0, ActStatus.DONE, 1));
        handle(backfill("f"));
        handle(new StartBackfill(
                "f", "alice", "because", ASKED, LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-09")));

        assertThat(digests()).containsExactly(OrderDigest.of(backfill("f")));
        db.inTransaction(requestedOfFeeds::clear);
        assertThat(digests()).isEmpty();
    }

    private static List<String> digests() {
        return db.jdbc().queryForList("select digest from act_order", String.class);
    }

    @Test
    void the_order_of_hearing_does_not_matter() {
        List<Object> told = List.of(
                pin("a"),
                pin("a"),
                pin("b"),
                backfill("f"),
                outcome("f", 0, ActStatus.DONE, 1),
                outcome("a", 0, ActStatus.REFUSED, 1),
                outcome("a", 0, ActStatus.DONE, 9),
                outcome("a", 0, ActStatus.DONE, 5),
                outcome("a", 0, ActStatus.RUNNING, 7),
                outcome("b", 0, ActStatus.RUNNING, 2),
                outcome("b", 0, ActStatus.RUNNING, 3),
                outcome("a", 1, ActStatus.REFUSED, 4),
                outcome("a", 1, ActStatus.REFUSED, 3));
        told.forEach(ActProjectionIT::handle);
        List<String> rows = db.rows().get("act");
        assertThat(rows).hasSize(4);
        assertThat(act("b"))
                .containsEntry("status", "running")
                .containsEntry("decided_at", java.sql.Timestamp.from(ASKED.plusSeconds(3)));
        assertThat(db.jdbc()
                        .queryForObject(
                                "select decided_at from act where part = 0 and act_id = 'a'", java.sql.Timestamp.class)
                        .toInstant())
                .isEqualTo(ASKED.plusSeconds(5));

        for (int seed = 0; seed < 30; seed++) {
            List<Object> shuffled = new ArrayList<>(told);
            Collections.shuffle(shuffled, new Random(seed));
            db.clear();
            shuffled.forEach(ActProjectionIT::handle);
            assertThat(db.rows().get("act")).as("one by one, seed %d", seed).isEqualTo(rows);
            db.clear();
            handleAtOnce(shuffled);
            assertThat(db.rows().get("act")).as("at once, seed %d", seed).isEqualTo(rows);
        }
    }

    @Test
    void each_feed_can_be_replayed_alone() {
        List<Object> told = List.of(
                pin("a"),
                pin("b"),
                outcome("a", 0, ActStatus.DONE, 1),
                backfill("f"),
                outcome("g", 0, ActStatus.RUNNING, 1));
        handleAtOnce(told);
        List<String> rows = db.rows().get("act");

        db.inTransaction(requested::clear);
        assertThat(act("a")).containsEntry("status", "done");
        handleAtOnce(told.subList(0, 2));
        assertThat(db.rows().get("act")).isEqualTo(rows);

        db.inTransaction(decided::clear);
        handleAtOnce(told.subList(2, 3));
        assertThat(db.rows().get("act")).isEqualTo(rows);

        db.inTransaction(requestedOfFeeds::clear);
        assertThat(db.rows().get("act")).hasSize(3);
        handleAtOnce(told.subList(3, 4));
        assertThat(db.rows().get("act")).isEqualTo(rows);

        db.inTransaction(running::clear);
        assertThat(db.rows().get("act")).hasSize(3);
        handleAtOnce(told.subList(4, 5));
        assertThat(db.rows().get("act")).isEqualTo(rows);
    }

    private static OverlayOrder pin(String actId) {
        return new OverlayOrder(
                actId, "alice", "because", ASKED, "battle-1", 30000142, null, new OverlayAct.Annotate("a note"));
    }

    private static StartBackfill backfill(String actId) {
        return new StartBackfill(
                actId, "alice", "because", ASKED, LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-02"));
    }

    private static ActOutcome outcome(String actId, int part, ActStatus status, int seconds) {
        return new ActOutcome(
                actId,
                part,
                1,
                "overlay.annotate",
                "battle-1",
                "alice",
                "because",
                ASKED,
                ASKED.plusSeconds(seconds),
                status,
                status == ActStatus.REFUSED ? "BATTLE_UNKNOWN" : null,
                "in words",
                Map.of("battlesChanged", 2L));
    }

    private static Map<String, Object> act(String actId) {
        return db.jdbc().queryForMap("select * from act where act_id = ? order by part limit 1", actId);
    }

    private static void handle(Object told) {
        handleAtOnce(List.of(told));
    }

    private static void handleAtOnce(List<Object> told) {
        db.inTransaction(() -> requested.apply(told.stream()
                .filter(BattleOrder.class::isInstance)
                .map(GenericEventMessage::asEventMessage)
                .toList()));
        db.inTransaction(() -> requestedOfFeeds.apply(told.stream()
                .filter(FeedOrder.class::isInstance)
                .map(GenericEventMessage::asEventMessage)
                .toList()));
        hear(running, told, true);
        hear(decided, told, false);
    }

    private static void hear(ToldActs acts, List<Object> told, boolean whileRunning) {
        db.inTransaction(() -> acts.apply(told.stream()
                .filter(ActOutcome.class::isInstance)
                .filter(outcome -> (((ActOutcome) outcome).status() == ActStatus.RUNNING) == whileRunning)
                .map(GenericEventMessage::asEventMessage)
                .toList()));
    }
}
