package io.battlescope.projection.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.feed.BackfillJob;
import io.battlescope.api.feed.CompletenessDay;
import io.battlescope.api.feed.FeedFact;
import io.battlescope.api.feed.FeedGap;
import io.battlescope.api.feed.Ruleset;
import io.battlescope.api.feed.RulesetVersion;
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

class IngestionStateIT {

    private static final Instant AT = Mails.NOON;
    private static final LocalDate DAY = LocalDate.parse("2026-11-01");

    private static QueryDb db;
    private static IngestionState state;

    @BeforeAll
    static void migrate() {
        db = QueryDb.migrated();
        state = new IngestionState(new FeedFactStore(db.jdbc()));
    }

    @BeforeEach
    void empty() {
        db.clear();
    }

    @Test
    void a_fact_becomes_a_row_and_a_later_one_takes_its_place() {
        handle(List.of(job(1, BackfillJob.Status.WAITING), day(1, 3), gap(1, FeedGap.Status.OPEN), ruleset(1)));
        handle(List.of(job(4, BackfillJob.Status.RUNNING), day(2, 0), gap(2, FeedGap.Status.FILLED), ruleset(2)));

        assertThat(db.jdbc().queryForMap("select status, job ->> 'trouble' as trouble from backfill_job"))
                .containsEntry("status", "running")
                .containsEntry("trouble", "waits \u201cfor\u201d ESI");
        assertThat(db.jdbc().queryForMap("select * from completeness_day"))
                .containsEntry("known", 100L)
                .containsEntry("held", 97L)
                .containsEntry("missing", 0L)
                .containsEntry("beyond", 7L)
                .containsEntry("source", "zkillboard-history");
        assertThat(db.jdbc().queryForMap("select * from feed_gap"))
                .containsEntry("first_sequence", 5L)
                .containsEntry("status", "filled")
                .containsEntry("not_after", null);
        assertThat(
                        db.jdbc()
                                .queryForMap(
                                        "select number, ruleset -> 'spaceTypes' ->> 'deny' as deny from ruleset_version order by number desc limit 1"))
                .isEqualTo(Map.of("number", 2, "deny", "[\"abyssal\", \"void\"]"));
    }

    @Test
    void neither_the_order_of_hearing_nor_hearing_twice_matters() {
        List<FeedFact> told = List.of(
                job(1, BackfillJob.Status.WAITING),
                job(2, BackfillJob.Status.RUNNING),
                job(3, BackfillJob.Status.DONE),
                job(3, BackfillJob.Status.DONE),
                day(1, 9),
                day(2, 0),
                day(3, 2),
                gap(1, FeedGap.Status.OPEN),
                gap(2, FeedGap.Status.FILLED),
                ruleset(1),
                ruleset(2),
                ruleset(2));
        handle(told);
        Map<String, List<String>> rows = db.rows();
        assertThat(rows.get("ruleset_version")).hasSize(2);
        assertThat(db.jdbc().queryForObject("select missing from completeness_day", Long.class))
                .isEqualTo(2);

        for (int seed = 0; seed < 20; seed++) {
            List<FeedFact> shuffled = new ArrayList<>(told);
            Collections.shuffle(shuffled, new Random(seed));
            db.clear();
            shuffled.forEach(fact -> handle(List.of(fact)));
            assertThat(db.rows()).as("one by one, seed %d", seed).isEqualTo(rows);
            db.clear();
            handle(shuffled);
            assertThat(db.rows()).as("at once, seed %d", seed).isEqualTo(rows);
        }
    }

    @Test
    void clearing_leaves_nothing_and_hearing_everything_again_brings_it_back() {
        List<FeedFact> told =
                List.of(job(1, BackfillJob.Status.WAITING), day(1, 9), gap(1, FeedGap.Status.OPEN), ruleset(1));
        handle(told);
        Map<String, List<String>> rows = db.rows();

        db.inTransaction(state::clear);
        assertThat(db.rows().values()).allMatch(List::isEmpty);
        handle(told);
        assertThat(db.rows()).isEqualTo(rows);
    }

    private static BackfillJob job(long version, BackfillJob.Status status) {
        return new BackfillJob(
                "job-1",
                version,
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
                "waits \u201cfor\u201d ESI\0",
                AT,
                AT.plusSeconds(version),
                null);
    }

    private static CompletenessDay day(long version, long missing) {
        return new CompletenessDay(
                DAY, version, 100, 97 - missing, 2, 1, missing, 7, "zkillboard-history", AT.plusSeconds(version));
    }

    private static FeedGap gap(long version, FeedGap.Status status) {
        return new FeedGap("r2z2", 5, 9, version, status, AT, null, AT, "job-1", null);
    }

    private static RulesetVersion ruleset(int number) {
        return new RulesetVersion(number, Ruleset.DEFAULT, "battlescope", "The default", null, AT);
    }

    private static void handle(List<FeedFact> told) {
        db.inTransaction(() -> state.apply(
                told.stream().map(GenericEventMessage::asEventMessage).toList()));
    }
}
