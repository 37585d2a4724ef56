package io.battlescope.view.act;

import static io.battlescope.view.fixture.QueryDatabase.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.battle.ActStatus;
import io.battlescope.view.fixture.Answers;
import io.battlescope.view.fixture.QueryDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActsIT {

    private static QueryDatabase database;
    private static Answers answers;

    @BeforeAll
    static void start() {
        database = QueryDatabase.migrated();
        answers = new Answers(database);
    }

    @AfterAll
    static void stop() {
        answers.close();
        database.close();
    }

    @BeforeEach
    void empty() {
        database.asOwner().sql("truncate act, battle").update();
    }

    @Test
    void anActThatNobodyHeardOfIsNotThere() {
        assertThat(answers.to(new FindAct("nothing"))).isEmpty();
    }

    @Test
    void anActIsPendingUntilItsLastPartIsDecided() {
        database.act("a", 0, 3).insert();
        decided(1, "done", "2 battles changed", "{\"battlesChanged\": 2, \"killmailsMoved\": 9}");

        assertThat(act("a"))
                .isEqualTo(new ActView(
                        "a",
                        "recluster",
                        "everything",
                        "alice",
                        "New gap",
                        NOON,
                        null,
                        ActStatus.PENDING,
                        null,
                        "2 battles changed",
                        new TreeMap<>(Map.of("battlesChanged", 2L, "killmailsMoved", 9L)),
                        3,
                        1));

        decided(2, "done", null, "{\"battlesChanged\": 3}");
        assertThat(act("a").status()).isEqualTo(ActStatus.PENDING);

        database.asOwner()
                .sql("update act set status = 'done', decided_at = timestamptz '2026-11-01 13:00Z' where part = 0")
                .update();

        ActView whole = act("a");
        assertThat(whole.status()).isEqualTo(ActStatus.DONE);
        assertThat(whole.decidedAt()).isEqualTo(NOON.plusSeconds(3_600));
        assertThat(whole.figures()).isEqualTo(Map.of("battlesChanged", 5L, "killmailsMoved", 9L));
        assertThat(whole.partsDecided()).isEqualTo(3);
    }

    @Test
    void anActThatIsUnderWaySaysSoAndInTheEndWhatItChanged() {
        database.act("a", 0, 1).insert();
        database.asOwner()
                .sql("update act set status = 'running', decided_at = requested_at, figures = '{\"handled\": 7}'")
                .update();

        assertThat(act("a").status()).isEqualTo(ActStatus.RUNNING);
        assertThat(act("a").decidedAt()).isNull();
        assertThat(act("a").figures()).isEqualTo(Map.of("handled", 7L));

        database.asOwner()
                .sql(
                        "update act set status = 'done', before = '{\"paused\": \"false\"}', after = '{\"paused\": \"true\"}'")
                .update();
        assertThat(act("a").before()).isEqualTo(Map.of("paused", "false"));
        assertThat(act("a").after()).isEqualTo(Map.of("paused", "true"));
    }

    @Test
    void anActWithARefusedPartIsRefusedForThatPartsReason() {
        decided(0, "done", "Nothing changed", "{\"battlesChanged\": 1}");
        database.act("a", 1, 2)
                .with("status", "refused")
                .with("decided_at", NOON)
                .with("code", "ACT_CHANGES_NOTHING")
                .with("detail", "They stay linked")
                .insert();
        database.asOwner().sql("update act set parts = 2").update();

        assertThat(act("a").status()).isEqualTo(ActStatus.REFUSED);
        assertThat(act("a").code()).isEqualTo("ACT_CHANGES_NOTHING");
        assertThat(act("a").detail()).isEqualTo("They stay linked");
        assertThat(act("a").figures()).isEqualTo(Map.of("battlesChanged", 1L));
    }

    @Test
    void actsComeNewestFirstEachOnceHoweverManyPartsItHas() {
        IntStream.range(0, 20)
                .forEach(i -> IntStream.range(0, i % 3 + 1)
                        .forEach(part -> database.act("a" + i, part, i % 3 + 1)
                                .with("requested_at", NOON.plusSeconds(i / 4))
                                .insert()));

        List<ActView> all = answers.pages(3, page -> new FindActs(null, Set.of(), page), () -> {});

        assertThat(all).extracting(ActView::actId).hasSize(20).doesNotHaveDuplicates();
        assertThat(all.getFirst().actId()).isEqualTo("a19");
        assertThat(all.getLast().actId()).isEqualTo("a0");
    }

    @Test
    void actsAreFoundByBattleAndByStatus() {
        database.act("pending", 0, 1).with("target", "b1").insert();
        database.act("done", 0, 1).with("target", "b1").with("status", "done").insert();
        database.act("refused", 0, 1)
                .with("target", "b2")
                .with("status", "refused")
                .insert();

        assertThat(ids("b1", Set.of())).containsExactlyInAnyOrder("pending", "done");
        assertThat(ids("b1", Set.of(ActStatus.DONE))).containsExactly("done");
        assertThat(ids(null, Set.of(ActStatus.PENDING, ActStatus.REFUSED)))
                .containsExactlyInAnyOrder("pending", "refused");
        assertThat(ids("b3", Set.of())).isEmpty();
    }

    @Test
    void aTargetIsFoundEvenWhenItIsTooSmallToBeShown() {
        database.battle("small").with("loss_count", 1).insert();
        database.battle("gone").with("merged_into", "small").insert();

        assertThat(answers.to(new FindActTarget("small"))).contains(new ActTarget("small", 30000142, null));
        assertThat(answers.to(new FindActTarget("gone"))).contains(new ActTarget("gone", 30000142, "small"));
        assertThat(answers.to(new FindActTarget("never"))).isEmpty();
    }

    private static void decided(int part, String status, String detail, String figures) {
        database.act("a", part, 3)
                .with("status", status)
                .with("decided_at", NOON.plusSeconds(part))
                .with("detail", detail)
                .insert();
        database.asOwner()
                .sql("update act set figures = cast(:figures as jsonb) where part = :part")
                .param("figures", figures)
                .param("part", part)
                .update();
    }

    private static ActView act(String actId) {
        return answers.to(new FindAct(actId)).orElseThrow();
    }

    private static List<String> ids(String battleId, Set<ActStatus> statuses) {
        return answers.pages(5, page -> new FindActs(battleId, statuses, page), () -> {}).stream()
                .map(ActView::actId)
                .toList();
    }
}
