package io.battlescope.ingestion;

import static io.battlescope.ingestion.history.LyingHistory.archive;
import static io.battlescope.ingestion.history.LyingHistory.cutOff;
import static io.battlescope.ingestion.history.LyingHistory.dump;
import static io.battlescope.ingestion.history.LyingHistory.index;
import static io.battlescope.ingestion.history.LyingHistory.ok;
import static io.battlescope.ingestion.history.LyingHistory.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.feed.AdoptRuleset;
import io.battlescope.api.feed.BackfillJob;
import io.battlescope.api.feed.BackfillStep;
import io.battlescope.api.feed.ChangeBackfill;
import io.battlescope.api.feed.CompareDays;
import io.battlescope.api.feed.CompletenessDay;
import io.battlescope.api.feed.FeedFact;
import io.battlescope.api.feed.FeedGap;
import io.battlescope.api.feed.ReleaseQuarantine;
import io.battlescope.api.feed.Ruleset;
import io.battlescope.api.feed.StartBackfill;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.IngestedKillmail;
import io.battlescope.api.topic.DeadLetter;
import io.battlescope.esi.Esi;
import io.battlescope.ingestion.feed.Batch;
import io.battlescope.ingestion.history.LyingHistory;
import io.battlescope.ingestion.pump.Intake;
import io.battlescope.ingestion.store.SetAside;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;

/** History on a real database and a real broker: whatever the sources lie, each killmail comes once, and none is missing in the end. */
class HistoryIT {

    /** Lets a test say that the live feed is behind. */
    private record Steered(Intake intake, HistoryIT test) implements Intake {
        @Override
        public void take(String source, Batch batch, List<SetAside> aside) throws InterruptedException {
            intake.take(source, batch, aside);
        }

        @Override
        public boolean isLiveBehind() {
            return test.liveIsBehind || intake.isLiveBehind();
        }
    }

    private static final LocalDate DAY = LocalDate.of(2026, 3, 22);

    private final FakeEsi esi = new FakeEsi();
    private final SettableClock clock = new SettableClock();
    private final IngestionUnderTest service = new IngestionUnderTest(this::stubs);
    private LyingHistory host;
    private volatile boolean liveIsBehind;

    @BeforeEach
    void host() throws IOException {
        host = new LyingHistory();
        host.given("ephemeral/sequence.json", "{\"sequence\":100}");
        host.given("history/totals.json", "{}");
    }

    @AfterEach
    void stop() {
        service.close();
        host.close();
    }

    @Test
    void eachDayIsFetchedFromTheFirstSourceThatHasItAndNothingStaysMissing() throws IOException {
        List<Integer> dumped = ids(1, 120);
        given(DAY, dumped);
        host.given("history/raw/20260322.json", dump(dumped, id -> id == 7 ? "{\"killmail_id\":7}" : mail(id, DAY)));
        LocalDate few = DAY.minusDays(1);
        given(few, ids(201, 203));
        esi.killmails.put(201L, mail(201, few));
        esi.killmails.put(202L, mail(202, few));
        LocalDate archived = DAY.minusDays(2);
        given(archived, ids(301, 340));
        esi.killmails.put(340L, mail(340, archived));
        host.given("killmails/2026/killmails-2026-03-20.tar.bz2", archive(mails(ids(301, 339), archived)));
        LocalDate unlisted = DAY.minusDays(3);
        host.given("killmails/2026/killmails-2026-03-19.tar.bz2", archive(mails(ids(401, 405), unlisted)));
        start();
        service.jdbc().update("insert into killmail_refusal values (9, now(), 'TEST', 1, now())");
        service.jdbc()
                .update("insert into quarantine (source, position, code, detail, killmail_id, payload, first_seen)"
                        + " values ('r2z2:somewhere', 5, 'NOT_JSON', 'our copy was torn', 11, '{', now())");

        service.order(backfill("job", unlisted.minusDays(1), DAY));
        BackfillJob job = awaitStatus("job", BackfillJob.Status.DONE);

        assertThat(publishedIds())
                .doesNotHaveDuplicates()
                .hasSize(118 + 2 + 40 + 5)
                .doesNotContain(7L, 9L, 203L);
        assertThat(day(DAY)).extracting(HistoryIT::figures).isEqualTo("120 known, 118 held, 1 refused, 1 quarantined");
        assertThat(day(few)).extracting(HistoryIT::figures).isEqualTo("3 known, 2 held, 0 refused, 1 quarantined");
        assertThat(day(archived))
                .extracting(HistoryIT::figures)
                .isEqualTo("40 known, 40 held, 0 refused, 0 quarantined");
        assertThat(day(unlisted).source()).isEqualTo("everef");
        assertThat(day(unlisted).missing()).isZero();
        assertThat(service.jdbc().queryForList("select code from quarantine where killmail_id = 203", String.class))
                .containsExactly("ESI_REFUSED");
        assertThat(service.jdbc()
                        .queryForList("select killmail_id from quarantine where released_at is null", Long.class))
                .as("what the live feed had set aside has come from history")
                .containsExactlyInAnyOrder(7L, 203L);
        assertThat(esi.questions).doesNotHaveDuplicates();
        assertThat(job.daysDone()).isEqualTo(job.daysTotal()).isEqualTo(5);
        assertThat(job.missing()).isEqualTo(job.fetched()).isEqualTo(119 + 3 + 40 + 5);
        IngestedKillmail fromArchive = service.published().stream()
                .filter(one -> one.killmailId() == 301)
                .findFirst()
                .orElseThrow();
        assertThat(fromArchive.provenance().source()).isEqualTo("history");
        assertThat(fromArchive.hash()).isEqualTo(LyingHistory.hash(301));
        assertThat(fromArchive.killmail().has("http_last_modified")).isFalse();
    }

    @Test
    void aJobGoesOnAfterARestartAndBringsEachKillmailOnce() {
        given(DAY, ids(1, 600));
        host.given("history/raw/20260322.json", dump(ids(1, 600), id -> mail(id, DAY)));
        start("battlescope.backfill.max-rate", "150");
        service.order(backfill("job", DAY, DAY));
        await().until(() -> held() >= 100);
        service.close();
        assertThat(held()).isLessThan(600);

        start();
        BackfillJob job = awaitStatus("job", BackfillJob.Status.DONE);

        assertThat(publishedIds()).doesNotHaveDuplicates().hasSize(600);
        assertThat(held()).isEqualTo(600);
        assertThat(job.fetched()).isEqualTo(600);
        assertThat(day(DAY).missing()).isZero();
    }

    @Test
    void aDumpThatBreaksOffIsToldAndTakenUpAgain() {
        String whole = dump(ids(1, 200), id -> mail(id, DAY));
        given(DAY, ids(1, 200));
        String half = whole.substring(0, whole.length() / 2);
        host.given("history/raw/20260322.json", cutOff(half), ok(half), ok(whole));
        start();
        service.order(backfill("job", DAY, DAY));

        await().until(() -> job("job").filter(job -> job.trouble() != null).isPresent());
        assertThat(held()).isZero();
        clock.pass(Duration.ofHours(1));
        await().until(() -> held() > 0 && day(DAY).missing() == 200 - held());
        assertThat(held()).isLessThan(200);
        clock.pass(Duration.ofHours(1));
        awaitStatus("job", BackfillJob.Status.DONE);

        assertThat(publishedIds()).doesNotHaveDuplicates().hasSize(200);
        assertThat(day(DAY).missing()).isZero();
    }

    @Test
    void aJobIsPausedWhileAnotherGoesOnAndIsResumedAndCancelled() {
        LocalDate other = DAY.minusDays(1);
        given(DAY, ids(1, 400));
        host.given("history/raw/20260322.json", dump(ids(1, 400), id -> mail(id, DAY)));
        given(other, ids(501, 505));
        host.given("history/raw/20260321.json", dump(ids(501, 505), id -> mail(id, other)));
        start("battlescope.backfill.max-rate", "50");
        service.order(backfill("long", DAY, DAY));
        await().until(() -> held() >= 50);
        service.order(change("pause", "long", BackfillStep.PAUSE));
        awaitStatus("long", BackfillJob.Status.PAUSED);
        service.order(backfill("short", other, other));
        awaitStatus("short", BackfillJob.Status.DONE);
        assertThat(held()).isLessThan(405);

        service.order(change("resume", "long", BackfillStep.RESUME));
        awaitStatus("long", BackfillJob.Status.RUNNING);
        service.order(change("cancel", "long", BackfillStep.CANCEL));
        service.order(change("again", "long", BackfillStep.CANCEL));
        service.order(change("late", "long", BackfillStep.RESUME));
        service.order(change("unknown", "nobody's", BackfillStep.PAUSE));
        service.order(backfill("future", DAY, LocalDate.of(2999, 1, 1)));

        assertThat(outcome("cancel").code()).isNull();
        assertThat(outcome("again").code()).isNull();
        assertThat(outcome("late").code()).isEqualTo("BACKFILL_ENDED");
        assertThat(outcome("unknown").code()).isEqualTo("BACKFILL_UNKNOWN");
        assertThat(outcome("future").code()).isEqualTo("RANGE_INVALID");
        awaitStatus("long", BackfillJob.Status.CANCELLED);
        assertThat(publishedIds()).doesNotHaveDuplicates().hasSizeLessThan(405);
    }

    @Test
    void daysAreComparedAtNightAndThoseThatGrowLateAreTakenUpAgain() {
        clock.set(Instant.parse("2026-03-25T08:00:00Z"));
        given(DAY, ids(1, 3));
        host.given("history/raw/20260322.json", dump(ids(1, 9), id -> mail(id, DAY)));
        host.given("history/totals.json", "{\"2026-03-22\":3,\"20200101\":5}");
        start("battlescope.completeness.days", "14");
        await().until(() -> known(DAY) == 3 && day(DAY).missing() == 0);

        given(DAY, ids(1, 4));
        host.given("history/totals.json", "{\"20260322\":4,\"20200101\":6}");
        clock.set(Instant.parse("2026-03-26T08:00:00Z"));
        await().until(() -> known(DAY) == 4 && day(DAY).missing() == 0);

        given(DAY, ids(1, 5));
        host.given("history/totals.json", "{\"20260322\":5,\"20200101\":7}");
        clock.set(Instant.parse("2026-06-01T08:00:00Z"));
        await().until(() -> known(DAY) == 5 && day(DAY).missing() == 0);

        assertThat(publishedIds()).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L);
        assertThat(host.requests()).doesNotContain("/history/20200101.json");
    }

    @Test
    void aDayWhoseIndexFailsOnceIsComparedAndFetchedInTheSameNight() {
        LocalDate other = DAY.minusDays(1);
        clock.set(Instant.parse("2026-03-25T08:00:00Z"));
        given(DAY, ids(1, 3));
        host.given("history/raw/20260322.json", dump(ids(1, 3), id -> mail(id, DAY)));
        host.given("history/20260321.json", status(404), ok(index(ids(11, 12))));
        host.given("history/raw/20260321.json", dump(ids(11, 12), id -> mail(id, other)));
        host.given("history/totals.json", "{\"20260321\":2,\"20260322\":3}");
        start("battlescope.completeness.days", "14");
        await().until(() -> known(DAY) == 3 && day(DAY).missing() == 0);
        assertThat(service.report().notes())
                .hasEntrySatisfying(
                        "historyTrouble.comparison", text -> assertThat(text).contains("index of 2026-03-21"));

        clock.pass(Duration.ofMinutes(1));

        await().until(() -> known(other) == 2 && day(other).missing() == 0);
        assertThat(publishedIds()).containsExactlyInAnyOrder(1L, 2L, 3L, 11L, 12L);
        await().untilAsserted(
                        () -> assertThat(service.report().notes()).doesNotContainKey("historyTrouble.comparison"));
        assertThat(facts(BackfillJob.class).map(BackfillJob::jobId).distinct())
                .containsExactlyInAnyOrder(
                        "comparison-2026-03-25-of-2026-03-22", "comparison-2026-03-25-of-2026-03-21");
    }

    @Test
    void aDayIsNotDoneWhileItsListCannotBeHad() {
        LocalDate listed = DAY.minusDays(1);
        esi.budget = 0;
        host.given("history/totals.json", "{\"20260321\":2}");
        given(DAY, ids(1, 3));
        host.given("history/raw/20260322.json", cutOff("{"));
        start();
        service.order(backfill("listed", listed, listed));
        service.order(backfill("seen", DAY, DAY));
        awaitTrouble("listed", "index of 2026-03-21");
        awaitTrouble("seen", "history/raw/20260322.json");

        host.given("history/20260322.json", status(404));
        clock.pass(Duration.ofHours(1));
        awaitTrouble("seen", "index of 2026-03-22");
        given(DAY, ids(1, 3));
        host.given("history/raw/20260322.json", dump(ids(1, 3), id -> mail(id, DAY)));
        given(listed, ids(11, 12));
        host.given("history/raw/20260321.json", dump(ids(11, 12), id -> mail(id, listed)));
        clock.pass(Duration.ofHours(1));

        assertThat(awaitStatus("seen", BackfillJob.Status.DONE).fetched()).isEqualTo(3);
        assertThat(awaitStatus("listed", BackfillJob.Status.DONE).fetched()).isEqualTo(2);
        assertThat(publishedIds()).containsExactlyInAnyOrder(1L, 2L, 3L, 11L, 12L);
    }

    @Test
    void whatEsiRefusedIsAskedForAgainTheNightAfterItIsLetOutOfQuarantine() {
        clock.set(Instant.parse("2026-03-25T08:00:00Z"));
        given(DAY, ids(1, 1));
        host.given("history/totals.json", "{\"20260322\":1}");
        start("battlescope.completeness.days", "14");
        await().until(() -> known(DAY) == 1 && day(DAY).quarantined() == 1);
        esi.killmails.put(1L, mail(1, DAY));

        ActOutcome outcome =
                service.ask(new ReleaseQuarantine("let-go", "alice", "A test", Instant.EPOCH, null, null, null));

        assertThat(outcome.figures()).containsEntry("released", 1L).containsEntry("stillBroken", 0L);
        assertThat(service.counters()).containsEntry("quarantined", 0L);
        assertThat(service.jdbc()
                        .queryForList("select code from quarantine where released_at is not null", String.class))
                .containsExactly("ESI_REFUSED");
        assertThat(service.deadLetters()).extracting(DeadLetter::code).containsExactly("ESI_REFUSED", "RELEASED");
        clock.set(Instant.parse("2026-03-26T08:00:00Z"));
        await().until(() -> day(DAY).held() == 1);
        assertThat(publishedIds()).containsExactly(1L);
    }

    @Test
    void whatOlderRulesRefusedIsJudgedAnewByABackfillAndLeftByAComparison() throws IOException {
        given(DAY, ids(1, 3));
        host.given("history/raw/20260322.json", dump(ids(1, 3), id -> mail(id, DAY)));
        start();
        service.jdbc().update("insert into killmail_refusal values (2, now(), 'MIN_PILOTS', 1, now())");
        service.order(backfill("before", DAY, DAY));
        awaitStatus("before", BackfillJob.Status.DONE);
        Ruleset loose = MessageJson.mapper().readValue("{}", Ruleset.class);
        service.ask(new AdoptRuleset("loosen", "alice", "A test", Instant.EPOCH, loose, null));

        service.order(new CompareDays("compare", "alice", "A test", Instant.EPOCH, DAY, DAY));
        awaitStatus("compare", BackfillJob.Status.DONE);
        assertThat(publishedIds()).containsExactlyInAnyOrder(1L, 3L);
        service.order(backfill("after", DAY, DAY));

        assertThat(awaitStatus("after", BackfillJob.Status.DONE).fetched()).isEqualTo(1);
        assertThat(publishedIds()).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(day(DAY)).extracting(HistoryIT::figures).isEqualTo("3 known, 3 held, 0 refused, 0 quarantined");
    }

    @Test
    void historyWaitsWhileTheLiveFeedIsBehind() {
        given(DAY, ids(1, 3));
        host.given("history/raw/20260322.json", dump(ids(1, 3), id -> mail(id, DAY)));
        liveIsBehind = true;
        start();
        service.order(backfill("job", DAY, DAY));

        await().untilAsserted(
                        () -> assertThat(service.report().notes()).containsEntry("historyState", "waiting-for-live"));
        assertThat(held()).isZero();
        liveIsBehind = false;
        awaitStatus("job", BackfillJob.Status.DONE);
        assertThat(held()).isEqualTo(3);
    }

    @Test
    void aGapIsFilledOnceTheDumpOfItsLastDayIsThere() {
        clock.set(Instant.parse("2026-03-22T20:00:00Z"));
        host.given("history/totals.json", "{\"20260321\":2}");
        given(DAY.minusDays(1), ids(11, 12));
        host.given("history/raw/20260321.json", dump(ids(11, 12), id -> mail(id, DAY.minusDays(1))));
        start();
        service.jdbc().update("""
                insert into feed_gap (feed, first_sequence, last_sequence, version, status, not_before, not_after, noticed_at)
                values ('r2z2', 50, 60, 1, 'OPEN', '2026-03-22T01:00:00Z', '2026-03-22T03:00:00Z', '2026-03-22T03:00:00Z')
                """);
        clock.pass(Duration.ofMinutes(1));
        await().untilAsserted(() -> assertThat(service.report().notes())
                .hasEntrySatisfying(
                        "historyTrouble.gaps", text -> assertThat(text).contains("dump of 2026-03-22")));

        given(DAY, ids(1, 2));
        host.given("history/raw/20260322.json", dump(ids(1, 2), id -> mail(id, DAY)));
        host.given("history/totals.json", "{\"20260321\":2,\"20260322\":2}");
        clock.pass(Duration.ofHours(2));
        await().until(() -> facts(FeedGap.class).anyMatch(gap -> gap.jobId() != null));
        await().until(() ->
                service.jdbc().queryForObject("select count(*) from backfill where status = 'DONE'", Long.class) == 1);
        clock.pass(Duration.ofMinutes(1));

        await().until(() -> facts(FeedGap.class).anyMatch(gap -> gap.status() == FeedGap.Status.FILLED));
        assertThat(publishedIds()).containsExactlyInAnyOrder(1L, 2L, 11L, 12L);
    }

    private void stubs(GenericApplicationContext context) {
        context.registerBean("fakeEsi", Esi.class, () -> esi, bean -> bean.setPrimary(true));
        context.registerBean("settableClock", Clock.class, () -> clock, bean -> bean.setPrimary(true));
        context.registerBean(
                "steered",
                Intake.class,
                () -> new Steered(context.getBean("batchProcessor", Intake.class), this),
                bean -> bean.setPrimary(true));
    }

    private void start(String... more) {
        Stream<String> settings = Stream.concat(
                Stream.of(
                        "battlescope.feed",
                        "r2z2",
                        "battlescope.feed.r2z2-base-url",
                        host.address().toString(),
                        "battlescope.feed.max-rate",
                        "2000",
                        "battlescope.everef.base-url",
                        host.address().toString()),
                more.length > 0 ? Stream.of(more) : Stream.of("battlescope.backfill.max-rate", "100000"));
        service.start(settings.toArray(String[]::new));
    }

    private void given(LocalDate day, List<Integer> ids) {
        host.given("history/" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + ".json", index(ids));
    }

    private static List<Integer> ids(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    private static String mail(int id, LocalDate day) {
        return IngestionUnderTest.killmail(id).replace("2026-03-22", day.toString());
    }

    private static Map<Integer, String> mails(List<Integer> ids, LocalDate day) {
        return ids.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> mail(id, day).replaceFirst("\\{", "{\"http_last_modified\":\"x\",")));
    }

    private static StartBackfill backfill(String actId, LocalDate from, LocalDate to) {
        return new StartBackfill(actId, "alice", "A test", Instant.EPOCH, from, to);
    }

    private static ChangeBackfill change(String actId, String jobId, BackfillStep step) {
        return new ChangeBackfill(actId, "alice", "A test", Instant.EPOCH, jobId, step);
    }

    /** As patient as a busy machine needs. */
    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }

    private BackfillJob awaitStatus(String jobId, BackfillJob.Status status) {
        await().until(() -> job(jobId).filter(job -> job.status() == status).isPresent());
        return job(jobId).orElseThrow();
    }

    private void awaitTrouble(String jobId, String about) {
        await().until(() -> job(jobId)
                .filter(job -> job.trouble() != null && job.trouble().contains(about))
                .isPresent());
    }

    private ActOutcome outcome(String actId) {
        await().until(() ->
                service.outcomes().stream().anyMatch(one -> one.actId().equals(actId)));
        return service.outcomes().stream()
                .filter(one -> one.actId().equals(actId))
                .findFirst()
                .orElseThrow();
    }

    /** As it was last told. */
    private Optional<BackfillJob> job(String jobId) {
        return facts(BackfillJob.class).filter(job -> job.jobId().equals(jobId)).reduce((before, after) -> after);
    }

    private CompletenessDay day(LocalDate day) {
        return facts(CompletenessDay.class)
                .filter(fact -> fact.day().equals(day))
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    private long known(LocalDate day) {
        return facts(CompletenessDay.class).anyMatch(fact -> fact.day().equals(day)) ? day(day).known() : 0;
    }

    private <T extends FeedFact> Stream<T> facts(Class<T> kind) {
        return service.facts().stream().filter(kind::isInstance).map(kind::cast);
    }

    private static String figures(CompletenessDay day) {
        assertThat(day.missing()).isZero();
        return day.known() + " known, " + day.held() + " held, " + day.refused() + " refused, " + day.quarantined()
                + " quarantined";
    }

    private List<Long> publishedIds() {
        return service.published().stream().map(IngestedKillmail::killmailId).toList();
    }

    private long held() {
        return service.jdbc().queryForObject("select count(*) from killmail_reference", Long.class);
    }
}
