package io.battlescope.view.feed;

import static io.battlescope.view.fixture.QueryDatabase.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.feed.BackfillJob;
import io.battlescope.api.feed.FeedGap;
import io.battlescope.api.feed.Ruleset;
import io.battlescope.view.fixture.Answers;
import io.battlescope.view.fixture.QueryDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedsIT {

    private static final LocalDate DAY = LocalDate.parse("2026-11-01");

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
        database.asOwner()
                .sql("truncate completeness_day, feed_gap, backfill_job, ruleset_version")
                .update();
    }

    @Test
    void daysComeNewestFirstWithinTheirWindow() {
        IntStream.range(0, 10)
                .forEach(i -> database.completenessDay(DAY.plusDays(i), i).insert());

        List<CompletenessDayView> all = days(null, null);

        assertThat(all).hasSize(10).doesNotHaveDuplicates();
        assertThat(all.getFirst())
                .isEqualTo(new CompletenessDayView(DAY.plusDays(9), 100, 88, 2, 1, 9, 0, NOON, "zkillboard-history"));
        assertThat(all.getLast().day()).isEqualTo(DAY);
        assertThat(days(DAY.plusDays(2), DAY.plusDays(4)))
                .extracting(CompletenessDayView::day)
                .containsExactly(DAY.plusDays(4), DAY.plusDays(3), DAY.plusDays(2));
        assertThat(days(DAY.plusDays(8), null)).hasSize(2);
        assertThat(days(null, DAY)).hasSize(1);
    }

    @Test
    void beforeTheFirstComparisonNothingIsComplete() {
        CompletenessTotals totals = answers.to(new SumUpCompleteness(null, null));

        assertThat(totals).isEqualTo(new CompletenessTotals(null, null, 0, 0, 0, 0, 0, 0, 0, 0, null, null));
        assertThat(totals.isComplete()).isFalse();
    }

    @Test
    void aWindowIsCompleteOnceEveryDayWasComparedAndNothingIsMissingAndNoGapIsOpen() {
        database.completenessDay(DAY, 0).insert();
        database.completenessDay(DAY.plusDays(2), 0)
                .with("compared_at", NOON.plusSeconds(60))
                .insert();

        CompletenessTotals holey = answers.to(new SumUpCompleteness(null, null));
        assertThat(holey)
                .isEqualTo(new CompletenessTotals(
                        DAY, DAY.plusDays(2), 2, 200, 194, 4, 2, 0, 0, 0, NOON, NOON.plusSeconds(60)));
        assertThat(holey.daysNeverCompared()).isOne();
        assertThat(holey.isComplete()).isFalse();

        database.completenessDay(DAY.plusDays(1), 0).insert();
        assertThat(answers.to(new SumUpCompleteness(null, null)).isComplete()).isTrue();
        CompletenessTotals wider = answers.to(new SumUpCompleteness(DAY.minusDays(4), DAY));
        assertThat(wider.daysCompared()).isOne();
        assertThat(wider.daysNeverCompared()).isEqualTo(4);
        assertThat(wider.isComplete()).isFalse();

        database.gap(5).insert();
        assertThat(answers.to(new SumUpCompleteness(null, null)).openGaps()).isOne();
        assertThat(answers.to(new SumUpCompleteness(null, null)).isComplete()).isFalse();

        database.asOwner().sql("update feed_gap set status = 'filled'").update();
        assertThat(answers.to(new SumUpCompleteness(null, null)).isComplete()).isTrue();

        database.asOwner().sql("update completeness_day set missing = 1").update();
        assertThat(answers.to(new SumUpCompleteness(null, DAY)).missing()).isOne();
        assertThat(answers.to(new SumUpCompleteness(null, null)).isComplete()).isFalse();
    }

    @Test
    void gapsComeTheLatestNoticedFirstAndByStatus() {
        IntStream.range(0, 9)
                .forEach(i -> database.gap(i * 10)
                        .with("feed", i % 2 == 0 ? "r2z2" : "r2z2 http://127.0.0.1:1/ephemeral")
                        .with("noticed_at", NOON.plusSeconds(i / 3))
                        .with("status", i == 4 ? "filled" : "open")
                        .insert());

        List<GapView> all = gaps(Set.of());

        assertThat(all).extracting(GapView::firstSequence).containsExactly(80L, 70L, 60L, 50L, 40L, 30L, 20L, 10L, 0L);
        assertThat(all.getFirst())
                .isEqualTo(
                        new GapView("r2z2", 80, 89, FeedGap.Status.OPEN, null, null, NOON.plusSeconds(2), null, null));
        assertThat(gaps(Set.of(FeedGap.Status.OPEN))).hasSize(8);
        assertThat(gaps(Set.of(FeedGap.Status.FILLED)))
                .extracting(GapView::firstSequence)
                .containsExactly(40L);
    }

    @Test
    void backfillsComeNewestFirstAndByStatus() {
        IntStream.range(0, 7)
                .forEach(i -> database.backfill(job(
                                "job-" + i,
                                i % 2 == 0 ? BackfillJob.Status.DONE : BackfillJob.Status.RUNNING,
                                NOON.plusSeconds(i / 2)))
                        .insert());

        assertThat(backfills(Set.of())).containsExactly("job-6", "job-5", "job-4", "job-3", "job-2", "job-1", "job-0");
        assertThat(backfills(Set.of(BackfillJob.Status.RUNNING))).containsExactly("job-5", "job-3", "job-1");
        assertThat(backfills(Set.of(BackfillJob.Status.PAUSED))).isEmpty();
        assertThat(answers.to(new FindBackfill("job-3")))
                .contains(BackfillView.of(job("job-3", BackfillJob.Status.RUNNING, NOON.plusSeconds(1))));
        assertThat(answers.to(new FindBackfill("job-9"))).isEmpty();
    }

    @Test
    void theRulesetOfTheHighestNumberIsInForce() {
        assertThat(answers.to(new FindRulesetInForce())).isEmpty();
        IntStream.rangeClosed(1, 10)
                .forEach(i -> database.ruleset(i, Ruleset.DEFAULT).insert());

        assertThat(answers.to(new FindRulesetInForce()))
                .contains(new RulesetView(10, true, Ruleset.DEFAULT, "alice", "New rules", "act-10", NOON));
        List<RulesetView> all = answers.pages(4, FindRulesets::new, () -> {});
        assertThat(all).extracting(RulesetView::number).containsExactly(10, 9, 8, 7, 6, 5, 4, 3, 2, 1);
        assertThat(all).extracting(RulesetView::inForce).containsOnlyOnce(true);
    }

    private static List<CompletenessDayView> days(LocalDate from, LocalDate to) {
        return answers.pages(3, page -> new FindCompletenessDays(from, to, page), () -> {});
    }

    private static List<GapView> gaps(Set<FeedGap.Status> statuses) {
        return answers.pages(2, page -> new FindGaps(statuses, page), () -> {});
    }

    private static List<String> backfills(Set<BackfillJob.Status> statuses) {
        return answers.pages(3, page -> new FindBackfills(statuses, page), () -> {}).stream()
                .map(BackfillView::jobId)
                .toList();
    }

    private static BackfillJob job(String jobId, BackfillJob.Status status, Instant createdAt) {
        return new BackfillJob(
                jobId,
                3,
                "alice",
                "because",
                BackfillJob.Cause.ADMIN,
                DAY,
                DAY.plusDays(1),
                status,
                1,
                2,
                DAY,
                10,
                2,
                1,
                0.5,
                null,
                createdAt,
                createdAt,
                null);
    }
}
