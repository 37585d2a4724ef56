package io.battlescope.gateway.feed;

import static io.battlescope.view.fixture.QueryDatabase.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.access.Role;
import io.battlescope.api.feed.AdoptRuleset;
import io.battlescope.api.feed.BackfillJob;
import io.battlescope.api.feed.BackfillStep;
import io.battlescope.api.feed.ChangeBackfill;
import io.battlescope.api.feed.CompareDays;
import io.battlescope.api.feed.FeedOrder;
import io.battlescope.api.feed.PreviewRuleset;
import io.battlescope.api.feed.ReleaseQuarantine;
import io.battlescope.api.feed.Ruleset;
import io.battlescope.api.feed.Ruleset.Choice;
import io.battlescope.api.feed.StartBackfill;
import io.battlescope.api.universe.SecurityBand;
import io.battlescope.api.universe.SpaceType;
import io.battlescope.gateway.fixture.OrderReader;
import io.battlescope.gateway.fixture.OrderReader.Sent;
import io.battlescope.gateway.fixture.RunningGateway;
import io.battlescope.gateway.fixture.RunningGateway.Answer;
import io.battlescope.testing.TestInfrastructure;
import io.battlescope.view.fixture.QueryDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FeedActsIT {

    private static final String TOKEN = "correct horse";
    private static final String ADMIN = "/api/v1/admin/";
    private static final LocalDate DAY = LocalDate.parse("2026-11-01");
    private static final String DAYS = "{'from': '2026-11-01', 'to': '2026-11-02', 'reason': 'Because'}";

    private static QueryDatabase database;
    private static RunningGateway gateway;
    private static OrderReader<FeedOrder> orders;

    @BeforeAll
    static void start() {
        String prefix = TestInfrastructure.running().newTopics();
        database = QueryDatabase.migrated();
        gateway = RunningGateway.on(
                database, "--battlescope.topics.prefix=" + prefix, "--battlescope.admin.token=" + TOKEN);
        orders = OrderReader.ofFeeds(prefix);
    }

    @AfterAll
    static void stop() {
        orders.close();
        gateway.close();
        database.close();
    }

    @BeforeEach
    void empty() {
        database.asOwner().sql("truncate act, backfill_job").update();
    }

    @AfterEach
    void nothingElseWasSent() {
        assertThat(orders.poll(50)).isEmpty();
    }

    @Test
    void aBackfillIsAskedForUnderTheIdOfItsAct() {
        Instant before = Instant.now();

        Answer answer = post("backfills", DAYS, "X-Actor", "alice", "Idempotency-Key", "job-1");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo("/api/v1/admin/acts/job-1");
        assertThat(answer.body())
                .isEqualTo("{\"actId\":\"job-1\",\"status\":\"pending\","
                        + "\"links\":{\"act\":\"/api/v1/admin/acts/job-1\"}}");
        Sent<FeedOrder> sent = orders.next(1).getFirst();
        assertThat(sent.key()).isEqualTo("ingestion");
        assertThat(sent.order().requestedAt()).isBetween(before.minusMillis(1), Instant.now());
        assertThat(sent.order())
                .isEqualTo(new StartBackfill(
                        "job-1", "alice", "Because", sent.order().requestedAt(), DAY, DAY.plusDays(1), Role.ADMIN));
        JsonNode act = get("acts/job-1").json();
        assertThat(act.get("what").asString()).isEqualTo("backfill.start");
        assertThat(act.get("target").asString()).isEqualTo("2026-11-01 to 2026-11-02");
        assertThat(act.get("status").asString()).isEqualTo("pending");
    }

    @Test
    void theSameActUnderTheSameKeyIsAskedForAgainButNoOther() {
        assertThat(post("backfills", DAYS, "Idempotency-Key", "twice").status()).isEqualTo(202);
        assertThat(post("backfills", DAYS, "Idempotency-Key", "twice").status()).isEqualTo(202);
        assertThat(orders.next(2)).extracting(sent -> sent.order().actId()).containsExactly("twice", "twice");

        Answer other = post("completeness/compare", DAYS, "Idempotency-Key", "twice");

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().get("code").asString()).isEqualTo("ACT_ID_TAKEN");
    }

    @ParameterizedTest
    @CsvSource({"pause, PAUSE", "resume, RESUME", "cancel, CANCEL"})
    void aBackfillThatIngestionToldOfCanBeChanged(String path, BackfillStep step) {
        database.backfill(job("job-2", BackfillJob.Status.RUNNING)).insert();

        assertThat(post("backfills/job-2/" + path, "{'reason': 'Because'}").status())
                .isEqualTo(202);

        FeedOrder order = order();
        assertThat(order)
                .isEqualTo(new ChangeBackfill(
                        order.actId(), "admin", "Because", order.requestedAt(), "job-2", step, Role.ADMIN));
    }

    @Test
    void aBackfillThatWasOnlyJustAskedForCanBeChanged() {
        post("backfills", DAYS, "Idempotency-Key", "job-3");

        assertThat(post("backfills/job-3/cancel", "{'reason': 'The wrong days'}")
                        .status())
                .isEqualTo(202);
        assertThat(orders.next(2).getLast().order()).isInstanceOf(ChangeBackfill.class);

        Answer answer = get("backfills/job-3");
        assertNotFound(answer);
        assertThat(answer.json().get("detail").asString())
                .isEqualTo("There is no backfill job-3. It was asked for and has not begun yet."
                        + " See /api/v1/admin/acts/job-3.");
    }

    @Test
    void theJobOfAComparisonCanBeChangedLikeAnyOther() {
        database.act("compare", 0, 1).with("what", "completeness.compare").insert();

        assertThat(post("backfills/compare/cancel", "{'reason': 'Not needed'}").status())
                .isEqualTo(202);
        orders.next(1);
    }

    @Test
    void aBackfillThatNobodyAskedForOrThatWasRefusedCannotBeChanged() {
        database.act("refused", 0, 1)
                .with("what", "backfill.start")
                .with("status", "refused")
                .with("decided_at", NOON)
                .with("code", "NO_HISTORY")
                .insert();
        database.act("recluster", 0, 1).insert();

        assertNotFound(post("backfills/nobody/pause", "{'reason': 'Because'}"));
        assertNotFound(post("backfills/recluster/pause", "{'reason': 'Because'}"));
        assertNotFound(post("backfills/a%20b/pause", "{'reason': 'Because'}"));
        Answer refused = post("backfills/refused/pause", "{'reason': 'Because'}");
        assertNotFound(refused);
        assertThat(refused.json().get("detail").asString()).contains("refused: NO_HISTORY");
    }

    @Test
    void daysAreComparedAtOnceOnDemand() {
        assertThat(post("completeness/compare", DAYS).status()).isEqualTo(202);

        FeedOrder order = order();
        assertThat(order)
                .isEqualTo(new CompareDays(
                        order.actId(), "admin", "Because", order.requestedAt(), DAY, DAY.plusDays(1), Role.ADMIN));
    }

    @Test
    void todayIsADayButTomorrowIsNot() {
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(2);

        Answer answer = post("backfills", DAYS.replace("2026-11-02", tomorrow.toString()));

        assertFieldError(answer, "to", "is in the future");
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        assertThat(post("backfills", DAYS.replace("2026-11-02", today).replace("2026-11-01", today))
                        .status())
                .isEqualTo(202);
        orders.next(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'to':'2026-11-01','reason':'x'} | from | is missing",
                "{'from':'2026-11-01','reason':'x'} | to | is missing",
                "{'from':'2026-11-01','to':'2026-11-01'} | reason | is missing",
                "{'from':'2026-11-02','to':'2026-11-01','reason':'x'} | to | is before from",
                "{'from':'2003-05-05','to':'2026-11-01','reason':'x'} | from | is before 2003-05-06, when the game opened",
                "{'from':'2026-11-31','to':'2026-11-01','reason':'x'} | from | is not a day such as 2026-11-23",
                "{'from':'2026-11-01T00:00:00Z','to':'2026-11-01','reason':'x'} | from | is not a day such as 2026-11-23",
                "{'from':20261101,'to':'2026-11-01','reason':'x'} | from | is not a day such as 2026-11-23",
                "{'from':[2026,11,1],'to':'2026-11-01','reason':'x'} | from | is not a day such as 2026-11-23",
                "{'from':'+999999999-01-01','to':'2026-11-01','reason':'x'} | from | is not a day such as 2026-11-23",
                "{'from':'2026-11-01','to':'2026-11-01','reason':'x','day':1} | day | is not known here",
            })
    void whatIsWrongWithDaysIsNamed(String body, String field, String reason) {
        assertFieldError(post("backfills", body), field, reason);
        assertFieldError(post("completeness/compare", body), field, reason);
    }

    @Test
    void aRulesetIsHandedOverWhole() {
        String rules = """
                {'minPilots': 2, 'minIsk': 1.0e8, 'alliances': {'allow': [99003581], 'deny': [99010079]},
                 'corporations': {}, 'characters': {'deny': [91]}, 'systems': {'allow': [30001155, 30000142]},
                 'regions': null, 'spaceTypes': {'allow': ['kspace'], 'deny': ['abyssal', 'void']},
                 'securityBands': {'allow': ['nullsec']}}""";
        Ruleset expected = new Ruleset(
                2,
                new BigDecimal("100000000"),
                new Choice<>(Set.of(99003581L), Set.of(99010079L)),
                null,
                new Choice<>(null, Set.of(91L)),
                new Choice<>(Set.of(30000142, 30001155), null),
                null,
                new Choice<>(Set.of(SpaceType.KSPACE), Set.of(SpaceType.ABYSSAL, SpaceType.VOID)),
                new Choice<>(Set.of(SecurityBand.NULLSEC), null));

        assertThat(post("rulesets", "{'ruleset': " + rules + ", 'expectedVersion': 3, 'reason': 'Null-sec'}")
                        .status())
                .isEqualTo(202);
        FeedOrder order = order();
        assertThat(order)
                .isEqualTo(new AdoptRuleset(
                        order.actId(), "admin", "Null-sec", order.requestedAt(), expected, 3, Role.ADMIN));

        assertThat(post("rulesets/preview", "{'ruleset': " + rules + "}").status())
                .isEqualTo(202);
        FeedOrder preview = order();
        assertThat(preview)
                .isEqualTo(new PreviewRuleset(
                        preview.actId(),
                        "admin",
                        "To see what they would do",
                        preview.requestedAt(),
                        expected,
                        Role.ADMIN));
    }

    @Test
    void rulesThatSayNothingAcceptEverything() {
        assertThat(post("rulesets", "{'ruleset': {}, 'reason': 'Everything'}").status())
                .isEqualTo(202);

        assertThat(((AdoptRuleset) order()).ruleset())
                .isEqualTo(new Ruleset(null, null, null, null, null, null, null, null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | ruleset | is missing",
                "{'ruleset':[]} | ruleset | is missing, or is not what it should be",
                "{'ruleset':{'minPilot':2}} | ruleset.minPilot | is not known here",
                "{'ruleset':{'alliances':{'allowed':[1]}}} | ruleset.alliances.allowed | is not known here",
                "{'ruleset':{'minPilots':0}} | ruleset.minPilots | must be greater than 0",
                "{'ruleset':{'minPilots':1.5}} | ruleset.minPilots | is missing, or is not what it should be",
                "{'ruleset':{'minPilots':'2'}} | ruleset.minPilots | is missing, or is not what it should be",
                "{'ruleset':{'minIsk':-1}} | ruleset.minIsk | has to be a number of ISK from 0 to 1E18, with two decimals at most",
                "{'ruleset':{'minIsk':1.005}} | ruleset.minIsk | has to be a number of ISK from 0 to 1E18, with two decimals at most",
                "{'ruleset':{'minIsk':1e999999}} | ruleset.minIsk | has to be a number of ISK from 0 to 1E18, with two decimals at most",
                "{'ruleset':{'minIsk':1e-999999}} | ruleset.minIsk | has to be a number of ISK from 0 to 1E18, with two decimals at most",
                "{'ruleset':{'alliances':{'allow':[0]}}} | ruleset.alliances.allow | has to hold ids greater than 0",
                "{'ruleset':{'regions':{'deny':[-1]}}} | ruleset.regions.deny | has to hold ids greater than 0",
                "{'ruleset':{'systems':{'deny':[99999999999]}}} | ruleset.systems.deny.0 | is missing, or is not what it should be",
                "{'ruleset':{'systems':{'deny':[null]}}} | ruleset.systems | is missing, or is not what it should be",
                "{'ruleset':{'systems':{'deny':['Jita']}}} | ruleset.systems.deny.0 | is missing, or is not what it should be",
                "{'ruleset':{'systems':[30000142]}} | ruleset.systems | is missing, or is not what it should be",
                "{'ruleset':{'characters':{'allow':[91,92],'deny':[92]}}} | ruleset.characters | allows and denies the same; choose one",
                "{'ruleset':{'spaceTypes':{'deny':['abyss']}}} | ruleset.spaceTypes.deny.0 | is missing, or is not what it should be",
                "{'ruleset':{'securityBands':{'deny':['high']}}} | ruleset.securityBands.deny.0 | is missing, or is not what it should be",
            })
    void whatIsWrongWithRulesIsNamed(String body, String field, String reason) {
        assertFieldError(post("rulesets/preview", body), field, reason);
        assertFieldError(
                post(
                        "rulesets",
                        body.substring(0, body.length() - 1) + (body.length() > 2 ? "," : "") + "'reason':'x'}"),
                field,
                reason);
    }

    @Test
    void listsAreBoundedAndTheVersionSeenIsANumber() {
        String many =
                IntStream.rangeClosed(1, 10_001).mapToObj(Integer::toString).collect(Collectors.joining(","));

        assertFieldError(
                post("rulesets", "{'ruleset': {'characters': {'deny': [" + many + "]}}, 'reason': 'x'}"),
                "ruleset.characters.deny",
                "has more than 10000 entries");
        assertFieldError(
                post("rulesets", "{'ruleset': {}, 'expectedVersion': 0, 'reason': 'x'}"),
                "expectedVersion",
                "must be greater than 0");
        assertFieldError(post("rulesets", "{'ruleset': {}}"), "reason", "is missing");
        assertFieldError(
                post("rulesets/preview", "{'ruleset': {}, 'expectedVersion': 1}"),
                "expectedVersion",
                "is not known here");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "'source':'r2z2','position':5 | r2z2 | 5 | -",
                "'source':'r2z2' | r2z2 | - | -",
                "'code':'SYSTEM_UNKNOWN' | - | - | SYSTEM_UNKNOWN",
                "'all':false,'source':'file:/a b','code':'BAD_JSON' | file:/a b | - | BAD_JSON",
                "'all':true | - | - | -",
            })
    void whatWasSetAsideIsJudgedOnceMore(String selectors, String source, Long position, String code) {
        assertThat(post("quarantine/release", "{" + selectors + ",'reason':'Mended'}")
                        .status())
                .isEqualTo(202);

        FeedOrder order = order();
        assertThat(order)
                .isEqualTo(new ReleaseQuarantine(
                        order.actId(), "admin", "Mended", order.requestedAt(), source, position, code, Role.ADMIN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'reason':'x'} | all | is missing: name source, position or code, or say true",
                "{'all':false,'reason':'x'} | all | is missing: name source, position or code, or say true",
                "{'all':true,'code':'BAD_JSON','reason':'x'} | all | is everything; leave the selectors out, or this",
                "{'position':5,'reason':'x'} | position | is of no source; name the source too",
                "{'source':'r2z2','position':-1,'reason':'x'} | position | must be greater than or equal to 0",
                "{'source':'r2z2','position':'5','reason':'x'} | position | is missing, or is not what it should be",
                "{'source':' ','reason':'x'} | source | has to have 1 to 1000 characters",
                "{'code':'no code','reason':'x'} | code | is no reason code",
                "{'code':'BAD_JSON'} | reason | is missing",
                "{'killmailId':5,'reason':'x'} | killmailId | is not known here",
            })
    void whatIsWrongWithAReleaseIsNamed(String body, String field, String reason) {
        assertFieldError(post("quarantine/release", body), field, reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "backfills",
                "backfills/job/pause",
                "backfills/job/resume",
                "backfills/job/cancel",
                "completeness/compare",
                "rulesets",
                "rulesets/preview",
                "quarantine/release"
            })
    void nobodyButAnAdminCanAskForAnythingAndNotWithoutABody(String path) {
        assertThat(gateway.post(ADMIN + path, "{}").status()).isEqualTo(401);
        assertThat(gateway.post(ADMIN + path, "{}", "Authorization", "Bearer wrong")
                        .status())
                .isEqualTo(401);
        Answer nothing = post(path, "");
        assertThat(nothing.status()).isEqualTo(400);
        assertThat(nothing.json().get("code").asString()).isEqualTo("REQUEST_INVALID");
        assertThat(post(path + "?dryRun=true", "{}").json().get("code").asString())
                .isEqualTo("PARAMETER_UNKNOWN");
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
                null,
                NOON,
                NOON,
                null);
    }

    private static FeedOrder order() {
        return orders.next(1).getFirst().order();
    }

    private static Answer get(String path) {
        return gateway.get(ADMIN + path, "Authorization", "Bearer " + TOKEN);
    }

    private static Answer post(String path, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = "Bearer " + TOKEN;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return gateway.post(ADMIN + path, body.replace('\'', '"'), all);
    }

    private static void assertNotFound(Answer answer) {
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("code").asString()).isEqualTo("BACKFILL_NOT_FOUND");
    }

    private static void assertFieldError(Answer answer, String field, String reason) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("code").asString()).isEqualTo("PARAMETER_INVALID");
        assertThat(answer.json().get("fieldErrors")).hasSize(1);
        JsonNode error = answer.json().get("fieldErrors").get(0);
        assertThat(error.get("field").asString()).isEqualTo(field);
        assertThat(error.get("reason").asString()).isEqualTo(reason);
    }
}
