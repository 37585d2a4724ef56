package io.battlescope.gateway.feed;

import static io.battlescope.view.fixture.QueryDatabase.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.feed.BackfillJob;
import io.battlescope.api.feed.Ruleset;
import io.battlescope.gateway.fixture.RunningGateway;
import io.battlescope.gateway.fixture.RunningGateway.Answer;
import io.battlescope.view.fixture.QueryDatabase;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FeedStateIT {

    private static final String TOKEN = "correct horse";
    private static final String ADMIN = "/api/v1/admin/";
    private static final String COMPLETENESS = "/api/v1/status/completeness";
    private static final LocalDate DAY = LocalDate.parse("2026-11-01");

    private static QueryDatabase database;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        database = QueryDatabase.migrated();
        gateway = RunningGateway.on(database, "--battlescope.admin.token=" + TOKEN);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        database.close();
    }

    @BeforeEach
    void empty() {
        database.asOwner()
                .sql("truncate completeness_day, feed_gap, backfill_job, ruleset_version")
                .update();
    }

    @Test
    void everybodySeesHowCompleteEachDayIs() {
        database.completenessDay(DAY, 0).insert();
        database.completenessDay(DAY.plusDays(1), 0)
                .with("compared_at", NOON.plusSeconds(60))
                .insert();

        Answer answer = gateway.get(COMPLETENESS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("""
                {"totals":{"complete":true,"from":"2026-11-01","to":"2026-11-02","daysCompared":2,"daysNeverCompared":0,\
                "known":200,"held":194,"refused":4,"quarantined":2,"missing":0,"beyond":0,"openGaps":0,\
                "oldestComparedAt":"2026-11-01T12:00:00Z","newestComparedAt":"2026-11-01T12:01:00Z"},\
                "items":[{"day":"2026-11-02","known":100,"held":97,"refused":2,"quarantined":1,"missing":0,"beyond":0,\
                "comparedAt":"2026-11-01T12:01:00Z","source":"zkillboard-history"},\
                {"day":"2026-11-01","known":100,"held":97,"refused":2,"quarantined":1,"missing":0,"beyond":0,\
                "comparedAt":"2026-11-01T12:00:00Z","source":"zkillboard-history"}]}""");
    }

    @Test
    void aDayThatWasNeverComparedIsNotListedAndNotComplete() {
        JsonNode nothing = gateway.get(COMPLETENESS).json();
        assertThat(nothing.get("items")).isEmpty();
        assertThat(nothing.get("totals").get("complete").asBoolean()).isFalse();
        assertThat(nothing.get("totals").get("from").isNull()).isTrue();

        database.completenessDay(DAY, 0).insert();
        JsonNode window = gateway.get(COMPLETENESS + "?from=2026-10-31&to=2026-11-02")
                .json()
                .get("totals");

        assertThat(window.get("daysCompared").asInt()).isOne();
        assertThat(window.get("daysNeverCompared").asInt()).isEqualTo(2);
        assertThat(window.get("missing").asInt()).isZero();
        assertThat(window.get("complete").asBoolean()).isFalse();
    }

    @Test
    void daysArePagedAndTheTotalsAreThoseOfTheWholeWindow() {
        IntStream.range(0, 5)
                .forEach(i -> database.completenessDay(DAY.plusDays(i), i).insert());

        Answer first = gateway.get(COMPLETENESS + "?limit=3&from=2026-11-02");
        Answer second = gateway.get(COMPLETENESS + "?limit=3&from=2026-11-02&cursor="
                + first.json().get("nextCursor").asString());

        assertThat(first.items("day")).containsExactly("2026-11-05", "2026-11-04", "2026-11-03");
        assertThat(second.items("day")).containsExactly("2026-11-02");
        assertThat(second.fields()).containsExactly("totals", "items");
        assertThat(second.json().get("totals")).isEqualTo(first.json().get("totals"));
        assertThat(second.json().get("totals").get("missing").asInt()).isEqualTo(10);
    }

    @Test
    void gapsBackfillsAndRulesetsAreForAdmins() {
        database.gap(70).with("job_id", "job-1").insert();
        database.gap(90).with("status", "filled").insert();
        database.backfill(job("job-1", BackfillJob.Status.RUNNING)).insert();
        database.backfill(job("job-2", BackfillJob.Status.DONE)).insert();
        database.ruleset(1, Ruleset.DEFAULT).with("act_id", null).insert();
        database.ruleset(2, new Ruleset(2, null, null, null, null, null, null, null, null))
                .insert();

        assertThat(get("feeds/gaps").items("firstSequence")).containsExactly("90", "70");
        assertThat(get("feeds/gaps?status=open").json().get("items").get(0).toString())
                .isEqualTo("{\"feed\":\"r2z2\",\"firstSequence\":70,\"lastSequence\":79,\"status\":\"open\","
                        + "\"notBefore\":null,\"notAfter\":null,\"noticedAt\":\"2026-11-01T12:00:00Z\","
                        + "\"jobId\":\"job-1\",\"filledAt\":null}");
        assertThat(get("backfills").items("jobId")).containsExactly("job-2", "job-1");
        assertThat(get("backfills?status=running,waiting").items("jobId")).containsExactly("job-1");
        assertThat(get("backfills/job-1").body())
                .isEqualTo("{\"jobId\":\"job-1\",\"actor\":\"alice\",\"reason\":\"because\",\"cause\":\"admin\","
                        + "\"from\":\"2026-11-01\",\"to\":\"2026-11-02\",\"status\":\"running\",\"daysDone\":1,"
                        + "\"daysTotal\":2,\"day\":\"2026-11-01\",\"known\":10,\"missing\":2,\"fetched\":1,"
                        + "\"killmailsPerSecond\":0.5,\"trouble\":\"ESI is in its downtime\","
                        + "\"createdAt\":\"2026-11-01T12:00:00Z\",\"updatedAt\":\"2026-11-01T12:00:00Z\","
                        + "\"estimatedEnd\":\"2026-11-01T13:00:00Z\"}");
        assertThat(get("backfills/job-1").header("Cache-Control")).contains("no-store");
        assertThat(get("rulesets").items("inForce")).containsExactly("true", "false");
        assertThat(get("rulesets/current").json().get("number").asInt()).isEqualTo(2);
        assertThat(get("rulesets/current")
                        .json()
                        .get("ruleset")
                        .get("minPilots")
                        .asInt())
                .isEqualTo(2);
        JsonNode theDefault = get("rulesets").json().get("items").get(1);
        assertThat(theDefault.get("actId").isNull()).isTrue();
        assertThat(theDefault.get("ruleset").get("spaceTypes").get("deny").toString())
                .isEqualTo("[\"abyssal\",\"void\"]");
        Answer page = get("backfills?limit=1");
        assertThat(get("backfills?limit=1&cursor="
                                + page.json().get("nextCursor").asString())
                        .items("jobId"))
                .containsExactly("job-1");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Answer backfill = get("backfills/nobody");
        assertThat(backfill.status()).isEqualTo(404);
        assertThat(backfill.json().get("code").asString()).isEqualTo("BACKFILL_NOT_FOUND");
        assertThat(get("backfills/a%20b").json().get("detail").asString())
                .isEqualTo("There is no backfill of this id.");

        Answer ruleset = get("rulesets/current");
        assertThat(ruleset.status()).isEqualTo(404);
        assertThat(ruleset.json().get("code").asString()).isEqualTo("RULESET_NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/status/completeness?from=yesterday | from | is not a day such as 2026-11-23",
                "/api/v1/status/completeness?from=2026-11-02&to=2026-11-01 | to | is before from",
                "/api/v1/status/completeness?to=-999-01-01 | to | is not a day such as 2026-11-23",
                "/api/v1/status/completeness?limit=101 | limit | must be less than or equal to 100",
                "/api/v1/status/completeness?day=2026-11-01 | day | is not known here",
                "/api/v1/admin/backfills?status=failed | status | is none of cancelled, done, paused, running, waiting",
                "/api/v1/admin/feeds/gaps?status=closed | status | is none of filled, open",
                "/api/v1/admin/rulesets?number=1 | number | is not known here",
                "/api/v1/admin/backfills?cursor=abc | cursor | It cannot be read.",
                "/api/v1/admin/quarantine?code=a%00b | code | is no reason code",
            })
    void whatIsWrongWithAParameterIsNamed(String path, String field, String reason) {
        Answer answer = gateway.get(path, "Authorization", "Bearer " + TOKEN);

        assertThat(answer.status()).isEqualTo(400);
        JsonNode error = answer.json().get("fieldErrors").get(0);
        assertThat(error.get("field").asString()).isEqualTo(field);
        assertThat(error.get("reason").asString()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"feeds/gaps", "backfills", "backfills/job-1", "rulesets", "rulesets/current"})
    void onlyAdminsSeeWhatIsNotCompleteness(String path) {
        assertThat(gateway.get(ADMIN + path).status()).isEqualTo(401);
    }

    private static BackfillJob job(String jobId, BackfillJob.Status status) {
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
                "ESI is in its downtime",
                NOON,
                NOON,
                NOON.plusSeconds(3_600));
    }

    private static Answer get(String path) {
        return gateway.get(ADMIN + path, "Authorization", "Bearer " + TOKEN);
    }
}
