package io.battlescope.gateway.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.battlescope.api.access.Role;
import io.battlescope.api.admin.AdminOrder;
import io.battlescope.api.admin.OrderDigest;
import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.processor.ProcessorAct;
import io.battlescope.api.processor.ProcessorAct.RebuildStep;
import io.battlescope.api.processor.ProcessorAct.ResetTo;
import io.battlescope.api.processor.ProcessorOrder;
import io.battlescope.api.processor.ProcessorReport.Alarm;
import io.battlescope.gateway.access.Keys;
import io.battlescope.gateway.fixture.OrderReader;
import io.battlescope.gateway.fixture.OrderReader.Sent;
import io.battlescope.gateway.fixture.Reporting;
import io.battlescope.gateway.fixture.RunningGateway;
import io.battlescope.gateway.fixture.RunningGateway.Answer;
import io.battlescope.gateway.problem.ProblemCode;
import io.battlescope.gateway.problem.ProblemException;
import io.battlescope.testing.TestInfrastructure;
import io.battlescope.view.fixture.QueryDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;

class ProcessorsIT {

    private static final String TOKEN = "correct horse";
    private static final String ADMIN = "/api/v1/admin/";
    private static final String WHY = "'reason':'Because'";
    private static final Instant AT = Instant.parse("2026-11-01T12:00:00Z");

    private static QueryDatabase database;
    private static RunningGateway gateway;
    private static OrderReader<AdminOrder> orders;
    private static Reporting reports;
    private static String prefix;

    @BeforeAll
    static void start() {
        prefix = TestInfrastructure.running().newTopics();
        database = QueryDatabase.migrated();
        gateway = RunningGateway.on(
                database,
                "--battlescope.topics.prefix=" + prefix,
                "--battlescope.admin.token=" + TOKEN,
                "--spring.data.redis.database=9",
                "--spring.data.redis.timeout=10s",
                "--spring.data.redis.connect-timeout=10s");
        orders = OrderReader.ofAdmins(prefix);
        reports = Reporting.to(gateway);
    }

    @AfterAll
    static void stop() {
        orders.close();
        gateway.close();
        database.close();
    }

    @BeforeEach
    void empty() {
        database.asOwner()
                .sql("truncate act, act_order, projection_version, rebuild")
                .update();
        reports.forget();
    }

    @AfterEach
    void nothingElseWasSent() {
        assertThat(orders.poll(20)).isEmpty();
    }

    @Test
    void instancesAreOneProcessorAndTheFreshestSaysHowFarItIs() {
        reports.write("projection", "old", Instant.now().minusSeconds(30), Reporting.battles("stopped", 90));
        reports.write("projection", "a", Instant.now().minusMillis(500), Reporting.battles("running", 20));
        reports.write("projection", "b", Instant.now(), Reporting.battles("paused", 10));
        reports.write("command-side", "c", Instant.now(), Reporting.publisher("running", 0));
        reports.write("enrichment", "e", Instant.now());

        JsonNode battles = only("battles");

        assertThat(battles.get("state").asString()).isEqualTo("running");
        assertThat(battles.get("service").asString()).isEqualTo("projection");
        assertThat(battles.get("eventsBehind").asLong()).isEqualTo(10);
        assertThat(battles.get("secondsBehind").asDouble()).isEqualTo(0.1);
        assertThat(battles.get("partitions").toString()).isEqualTo("[{\"partition\":0,\"position\":90,\"end\":100}]");
        assertThat(battles.get("segments").get(1).get("owner").asString()).isEqualTo("2@there");
        assertThat(battles.get("segments").get(1).get("claimAgeSeconds").asDouble())
                .isEqualTo(0.09);
        assertThat(battles.get("parkedLetters").asLong()).isEqualTo(3);
        assertThat(texts(battles.get("instances"), "instance")).containsExactly("a", "b", "old");
        assertThat(texts(battles.get("instances"), "state")).containsExactly("running", "paused", "stopped");
        assertThat(texts(battles.get("alarms"), "code")).containsExactly("INSTANCE_SILENT");
    }

    @Test
    void whatNobodyReportsIsShownAllTheSame() {
        version("battles", 1, "kept");
        version("battles", 2, "living");
        reports.write("projection", "a", Instant.now());

        JsonNode items = get("processors").json().get("items");

        assertThat(texts(items, "processor"))
                .containsExactly("battle-publisher", "battles", "battles", "killmail-archive", "lifecycle-publisher");
        assertThat(texts(items, "state")).containsExactly("unknown", "unknown", "stopped", "unknown", "unknown");
        assertThat(texts(items, "role")).containsExactly("living", "living", "kept", "living", "living");
        assertThat(items.get(1).get("alarms").get(0).get("code").asString()).isEqualTo("SILENT");
        assertThat(items.get(2).get("alarms")).isEmpty();
        assertThat(get("processors/battles").json().get("items")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"silent,0,true", "running,0,false", "running,1,false", "paused,0,false", "paused,1,true", "error,1,true"
    })
    void havingCaughtUpWithAHeadThatDoesNotMoveIsAnAlarm(String publisher, long behind, boolean alarm) {
        reports.write("projection", "a", Instant.now(), Reporting.battles("running", 0));
        if (!publisher.equals("silent")) {
            reports.write("command-side", "c", Instant.now(), Reporting.publisher(publisher, behind));
        }
        reports.write("enrichment", "e", Instant.now());

        JsonNode battles = only("battles");

        assertThat(battles.get("caughtUp").asBoolean()).isTrue();
        assertThat(texts(battles.get("alarms"), "code").contains("HEAD_NOT_MOVING"))
                .isEqualTo(alarm);
    }

    @Test
    void havingCaughtUpWithATopicThatWasMadeAnewIsAnAlarm() {
        reports.write("projection", "a", Instant.now(), Reporting.battles("running", 0));
        Alarm lost = new Alarm("TARGET_LOST", "battle.events is another topic");
        reports.write("command-side", "c", Instant.now(), Reporting.publisher("held", 0, lost));

        assertThat(texts(only("battles").get("alarms"), "code")).containsExactly("HEAD_NOT_MOVING");
    }

    @Test
    void havingCaughtUpIsAnAlarmWhileNothingIsHeardOfEnrichment() {
        reports.write(
                "projection", "a", Instant.now(), Reporting.battles("running", 0), Reporting.killmails("running", 0));
        reports.write("command-side", "c", Instant.now(), Reporting.publisher("running", 0));

        assertThat(texts(only("battles").get("alarms"), "code")).containsExactly("HEAD_NOT_MOVING");
        assertThat(only("killmails").get("alarms").get(0).get("detail").asString())
                .contains("Nothing is heard of enrichment");
    }

    @Test
    void whatTheLastInstanceSaidBeforeItFellSilentIsNoPictureOfWhatIs() {
        Alarm old = new Alarm("NOT_MOVING", "long ago");
        reports.write("command-side", "c", Instant.now().minusSeconds(20), Reporting.publisher("running", 3, old));

        JsonNode publisher = only("battle-publisher");

        assertThat(publisher.get("state").asString()).isEqualTo("unknown");
        assertThat(publisher.get("eventsBehind").isNull()).isTrue();
        assertThat(texts(publisher.get("instances"), "instance")).containsExactly("c");
        assertThat(texts(publisher.get("alarms"), "code")).containsExactly("SILENT", "INSTANCE_SILENT");
    }

    @Test
    void aVersionThatOnlyASilentInstanceKnowsIsGone() {
        reports.write("projection", "old", Instant.now().minusSeconds(600), Reporting.battles("running", 0));
        reports.write("projection", "a", Instant.now(), Reporting.killmails("running", 0));

        assertThat(get("processors/battles").status()).isEqualTo(404);
        assertThat(get("processors/killmails").status()).isEqualTo(200);
    }

    @Test
    void changesAreToldToWhoeverListensUntilTheyGo() throws Exception {
        reports.write("projection", "a", Instant.now(), Reporting.battles("running", 5));
        ProcessorStreams streams = gateway.context().getBean(ProcessorStreams.class);
        try (HttpClient http = HttpClient.newHttpClient();
                Stream<String> lines = listen(http)) {
            Iterator<String> events =
                    lines.filter(line -> line.startsWith("data:")).iterator();
            assertThat(events.next()).contains("\"eventsBehind\":5");
            // only a clock has moved on, which is nothing to tell of
            reports.write("projection", "a", Instant.now(), Reporting.battles("running", 5));
            reports.write("projection", "a", Instant.now(), Reporting.battles("paused", 4));
            assertThat(events.next()).contains("\"eventsBehind\":4", "\"state\":\"paused\"");
            assertThat(streams.count()).isEqualTo(1);
            http.shutdownNow();
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            // the next thing to be told finds nobody there
            reports.write("projection", "a", Instant.now(), Reporting.battles("running", System.nanoTime() % 1_000));
            return streams.count() == 0;
        });
    }

    @Test
    void whoeverListensHearsThatSomebodyIsStillThereWhileNothingChanges() throws Exception {
        reports.write("projection", "a", Instant.now(), Reporting.battles("running", 5));
        List<String> sent = new ArrayList<>();
        SseEmitter twoEvents = new SseEmitter() {
            @Override
            public void send(SseEventBuilder event) throws IOException {
                if (sent.size() == 2) {
                    throw new IOException("gone");
                }
                sent.add(event.build().iterator().next().getData().toString());
            }
        };
        Picture picture = gateway.context().getBean(Picture.class);

        new ProcessorStream(twoEvents, picture, Duration.ofMillis(1), Duration.ZERO)
                .run(System.nanoTime() + Duration.ofSeconds(60).toNanos());

        assertThat(sent).hasSize(2);
        assertThat(sent.getFirst()).contains("event:processors");
        assertThat(sent.getLast()).contains(":still here");
    }

    @Test
    void noMoreListenThanThereIsRoomFor() {
        ProcessorStreams streams = new ProcessorStreams(gateway.context().getBean(Picture.class));
        for (int stream = 0; stream < 32; stream++) {
            streams.open();
        }

        assertThatThrownBy(streams::open)
                .isInstanceOfSatisfying(
                        ProblemException.class, full -> assertThat(full.code()).isEqualTo(ProblemCode.STREAMS_TAKEN));
        streams.close();
        Awaitility.await().until(() -> streams.count() == 0);
    }

    @Test
    void nobodyListensWithoutAToken() {
        Answer answer = gateway.get(ADMIN + "processors/stream", "Accept", "text/event-stream");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    private static Stream<String> listen(HttpClient http) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + ADMIN + "processors/stream"))
                        .header("Authorization", "Bearer " + TOKEN)
                        .build(),
                HttpResponse.BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        return answer.body();
    }

    static Stream<Arguments> acts() {
        return Stream.of(
                Arguments.of("pause", "{%s}", new ProcessorAct.Pause()),
                Arguments.of("resume", "{%s}", new ProcessorAct.Resume()),
                Arguments.of("reset", "{%s,'to':'start'}", reset(ResetTo.START, null, null, true, false)),
                Arguments.of(
                        "reset", "{%s,'to':'start','clear':false}", reset(ResetTo.START, null, null, false, false)),
                Arguments.of("reset", "{%s,'to':'head','skip':true}", reset(ResetTo.HEAD, null, null, false, true)),
                Arguments.of(
                        "reset",
                        "{%s,'to':'instant','at':'2026-11-01T12:00:00Z'}",
                        reset(ResetTo.INSTANT, AT, null, false, false)),
                Arguments.of(
                        "reset",
                        "{%s,'to':'offsets','offsets':{'0':7,'3':0}}",
                        reset(ResetTo.OFFSETS, null, Map.of(0, 7L, 3, 0L), false, false)),
                Arguments.of("segments/1/split", "{%s}", new ProcessorAct.SplitSegment(1)),
                Arguments.of("segments/0/merge", "{%s}", new ProcessorAct.MergeSegment(0)),
                Arguments.of("segments/0/release", "{%s}", new ProcessorAct.ReleaseSegment(0, 60)),
                Arguments.of("segments/0/release", "{%s,'seconds':5}", new ProcessorAct.ReleaseSegment(0, 5)));
    }

    private static ProcessorAct reset(ResetTo to, Instant at, Map<Integer, Long> offsets, boolean clear, boolean skip) {
        return new ProcessorAct.Reset(to, at, offsets, clear, skip);
    }

    @ParameterizedTest
    @MethodSource("acts")
    void anActGoesToTheServiceThatRunsTheProcessor(String path, String body, ProcessorAct act) {
        reports.write("projection", "a", Instant.now(), Reporting.battles("running", 5));

        Answer answer = post("processors/battles/" + path, body.formatted(WHY + ",'dryRun':true,'timeLimitSeconds':9"));

        assertThat(answer.status()).isEqualTo(202);
        Sent<AdminOrder> sent = orders.next(1).getFirst();
        assertThat(sent.key()).isEqualTo("projection");
        assertThat(sent.order())
                .isEqualTo(new ProcessorOrder(
                        sent.order().actId(),
                        "admin",
                        "Because",
                        sent.order().requestedAt(),
                        "projection",
                        "battles",
                        9,
                        true,
                        act,
                        Role.ADMIN));
        assertThat(answer.header("Location"))
                .isEqualTo(ADMIN + "acts/" + sent.order().actId());
    }

    @Test
    void whatNobodyReportsCanBeActedOnIfItIsKnown() {
        version("battles", 1, "living");

        assertThat(post("processors/battles/resume", "{" + WHY + "}").status()).isEqualTo(202);
        assertThat(post("processors/battle-publisher/resume", "{" + WHY + "}").status())
                .isEqualTo(202);

        assertThat(orders.next(2)).extracting(Sent::key).containsExactly("projection", "command-side");
    }

    @ParameterizedTest
    @CsvSource({
        "processors/batles/pause, {}, 404, PROCESSOR_NOT_FOUND",
        "processors/battles/segments/2/split, {}, 404, SEGMENT_NOT_FOUND",
        "processors/battles/segments/99999999999/merge, {}, 404, SEGMENT_NOT_FOUND",
        "processors/battles/segments/one/merge, {}, 400, PARAMETER_INVALID",
        "processors/battle-publisher/reset, \"{'to':'start'}\", 409, PROCESSOR_NOT_RESETTABLE",
        "rebuilds, \"{'processor':'battle-publisher'}\", 409, PROCESSOR_NOT_RESETTABLE",
        "rebuilds, \"{'processor':'acts-running'}\", 409, PROCESSOR_NOT_REBUILDABLE",
        "rebuilds, \"{'processor':'batles'}\", 404, PROCESSOR_NOT_FOUND",
        "rebuilds/none/switch, {}, 404, REBUILD_NOT_FOUND",
    })
    void whatCannotBeIsRefusedAtOnce(String path, String body, int status, String code) {
        reports.write("projection", "a", Instant.now(), Reporting.battles("running", 5), Reporting.runningActs());
        reports.write("command-side", "c", Instant.now(), Reporting.publisher("running", 0));

        Answer answer =
                post(path, body.replace("\"", "").replace("{", "{" + WHY + ",").replace(",}", "}"));

        assertThat(answer.json().get("code").asString()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void whatIsRefusedIsAuditedAsWhatWasAskedFor() {
        reports.write("projection", "a", Instant.now(), Reporting.busy("a1"));
        try (OrderReader<ActOutcome> audit = OrderReader.ofAudit(prefix)) {
            String viewer = Keys.of(database, Role.VIEWER);
            post("processors/battles/reset", "{'reason':'It is wrong','to':'head'}");
            post("processors/battles/segments/9/split", "{" + WHY + ",'dryRun':true}");
            post("rebuilds", "{'processor':'battles'}");
            gateway.post(ADMIN + "processors/battles/pause", "{}", "Authorization", "Bearer " + viewer);

            List<ActOutcome> told = new ArrayList<>();
            Awaitility.await().until(() -> {
                audit.poll(200).forEach(sent -> told.add(sent.order()));
                return told.stream().anyMatch(one -> "FORBIDDEN".equals(one.code()));
            });
            assertThat(told)
                    .extracting(
                            ActOutcome::what,
                            ActOutcome::target,
                            ActOutcome::code,
                            ActOutcome::reason,
                            ActOutcome::role,
                            ActOutcome::parts)
                    .contains(
                            tuple("processor.reset", "battles", "PROCESSOR_BUSY", "It is wrong", Role.ADMIN, 0),
                            tuple("segment.split.dryRun", "battles", "SEGMENT_NOT_FOUND", "Because", Role.ADMIN, 0),
                            tuple("rebuild.start", "battles", "PARAMETER_INVALID", null, Role.ADMIN, 0),
                            tuple(
                                    "access.request",
                                    "POST /api/v1/admin/processors/battles/pause",
                                    "FORBIDDEN",
                                    null,
                                    Role.VIEWER,
                                    0));
        }
    }

    @Test
    void anotherActUnderTheSameKeyIsRefused() {
        reports.write("projection", "a", Instant.now(), Reporting.battles("running", 5));
        String start = "{" + WHY + ",'to':'start'}";

        assertThat(post("processors/battles/reset", start, "Idempotency-Key", "once")
                        .status())
                .isEqualTo(202);
        assertThat(post("processors/battles/reset", start, "Idempotency-Key", "once")
                        .status())
                .isEqualTo(202);
        Answer other = post("processors/battles/reset", "{" + WHY + ",'to':'head'}", "Idempotency-Key", "once");

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().get("code").asString()).isEqualTo("ACT_ID_TAKEN");
        // also when another gateway has taken it in
        String digest = OrderDigest.of(orders.next(2).getFirst().order());
        database.act("theirs", 0, 1)
                .with("what", "processor.reset")
                .with("target", "battles")
                .with("actor", "admin")
                .with("reason", "Because")
                .insert();
        database.asOwner()
                .sql("insert into act_order (act_id, asked_of, digest) values ('theirs', 'feeds', ?)")
                .param(digest)
                .update();
        assertThat(post("processors/battles/reset", start, "Idempotency-Key", "theirs")
                        .status())
                .isEqualTo(202);
        assertThat(post("processors/battles/reset", "{" + WHY + ",'to':'head'}", "Idempotency-Key", "theirs")
                        .status())
                .isEqualTo(409);
        orders.next(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "processors/battles/pause | {} | reason | is missing",
                "processors/battles/pause | {%s,'timeLimitSeconds':0} | timeLimitSeconds | has to be 1 to 3600",
                "processors/battles/pause | {%s,'to':'start'} | to | is not known here",
                "processors/battles/segments/0/release | {%s,'seconds':0} | seconds | has to be 1 to 3600",
                "processors/battles/reset | {%s} | to | is missing",
                "processors/battles/reset | {%s,'to':'tail'} | to | is missing, or is not what it should be",
                "processors/battles/reset | {%s,'to':'head','clear':true} | clear | is for start alone",
                "processors/battles/reset | {%s,'to':'instant'} | at | is missing",
                "processors/battles/reset | {%s,'to':'instant','at':'2002-01-01T00:00:00Z'} | at | is before 2003-05-06T00:00:00Z, when the game opened",
                "processors/battles/reset | {%s,'to':'instant','at':'2999-01-01T00:00:00Z'} | at | is in the future",
                "processors/battles/reset | {%s,'to':'offsets','offsets':{}} | offsets | is missing",
                "processors/battles/reset | {%s,'to':'offsets','offsets':{'0':-1}} | offsets | has partitions or offsets below 0",
                "processors/battles/reset | {%s,'to':'start','offsets':{'0':1}} | offsets | is for offsets alone",
                "rebuilds | {%s} | processor | is missing",
                "rebuilds/r1/finish | {%s,'acceptDifferences':true} | acceptDifferences | is for a switch alone",
                "republish | {%s} | topic | is missing",
                "republish | {%s,'topic':'audit.events'} | topic | is missing, or is not what it should be",
                "republish | {%s,'topic':'battle.events','from':'2026-11-02T00:00:00Z','to':'2026-11-01T00:00:00Z'} | to | is before from",
            })
    void whatIsWrongWithTheBodyIsNamed(String path, String body, String field, String reason) {
        Answer answer = post(path, body.formatted(WHY));

        assertThat(answer.status()).isEqualTo(400);
        JsonNode error = answer.json().get("fieldErrors").get(0);
        assertThat(error.get("field").asString()).isEqualTo(field);
        assertThat(error.get("reason").asString()).isEqualTo(reason);
    }

    @Test
    void anotherActIsRefusedWhileOneIsAtWorkButNotTheSameOnceMore() {
        reports.write("projection", "a", Instant.now(), Reporting.busy("a1"));

        Answer other = post("processors/battles/pause", "{" + WHY + "}");

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().get("code").asString()).isEqualTo("PROCESSOR_BUSY");
        assertThat(other.json().get("detail").asString()).contains("Act a1 on battles");
        assertThat(post("processors/battles/pause", "{" + WHY + "}", "Idempotency-Key", "a1")
                        .status())
                .isEqualTo(202);
        // the report is older than the act's end
        database.act("a1", 0, 1).with("status", "done").with("decided_at", AT).insert();
        assertThat(post("processors/battles/resume", "{" + WHY + "}").status()).isEqualTo(202);
        orders.next(2);
    }

    @Test
    void whoeverPrefersToWaitIsToldTheActsEnd() {
        version("battles", 1, "living");
        database.act("over", 0, 1)
                .with("what", "processor.pause")
                .with("target", "battles")
                .with("actor", "admin")
                .with("reason", "Because")
                .with("status", "refused")
                .with("code", "TIME_LIMIT")
                .with("decided_at", AT)
                .insert();

        Answer answer =
                post("processors/battles/pause", "{" + WHY + "}", "Idempotency-Key", "over", "Prefer", "wait=20");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Preference-Applied")).isEqualTo("wait=20");
        assertThat(answer.header("Location")).endsWith("/acts/over");
        assertThat(answer.json().get("code").asString()).isEqualTo("TIME_LIMIT");
        assertThat(answer.json().get("type").asString()).endsWith("#TIME_LIMIT");
        assertThat(answer.json().get("outcome").get("status").asString()).isEqualTo("refused");
        database.asOwner().sql("update act set code = 'INSTANT_OUTSIDE_LOG'").update();
        assertThat(post("processors/battles/pause", "{" + WHY + "}", "Idempotency-Key", "over", "Prefer", "wait=20")
                        .status())
                .isEqualTo(422);
        database.asOwner().sql("update act set status = 'done', code = null").update();
        assertThat(post("processors/battles/pause", "{" + WHY + "}", "Idempotency-Key", "over", "Prefer", "wait=20")
                        .status())
                .isEqualTo(200);
        Answer inVain = post("processors/battles/pause", "{" + WHY + "}", "Prefer", "respond-async, wait=1");
        assertThat(inVain.status()).isEqualTo(202);
        assertThat(inVain.json().has("outcome")).isFalse();
        orders.next(4);
    }

    @Test
    void rebuildsAreAskedForAndBroughtToTheirEndUnderTheIdOfTheirAct() {
        version("battles", 1, "living");

        post("rebuilds", "{" + WHY + ",'processor':'battles'}", "Idempotency-Key", "r1");
        // its act is known before the rebuild has begun
        Answer step = post("rebuilds/r1/switch", "{" + WHY + ",'acceptDifferences':true}");

        assertThat(step.status()).isEqualTo(202);
        assertThat(orders.next(2))
                .extracting(sent -> ((ProcessorOrder) sent.order()).act())
                .containsExactly(
                        new ProcessorAct.Rebuild(true), new ProcessorAct.ChangeRebuild("r1", RebuildStep.SWITCH, true));
        assertThat(get("rebuilds/r1").json().get("detail").asString()).contains("has not begun yet");
        database.asOwner().sql("""
                insert into rebuild (rebuild_id, processor, old_version, new_version, state, switch_when_equal, figures, asked_by)
                values ('r1', 'battles', 1, 2, 'building', true, '{"eventsTotal": 10, "eventsHandled": 4}', 'r1')
                """).update();
        assertThat(get("rebuilds/r1").json().get("figures").toString())
                .isEqualTo("{\"eventsHandled\":4,\"eventsTotal\":10}");
        assertThat(get("rebuilds?processor=battles").items("rebuildId")).containsExactly("r1");
        assertThat(get("rebuilds?processor=killmails").items("rebuildId")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"battle.events, battle-publisher", "killmail.enriched, killmail-archive"})
    void whatKafkaLostIsPublishedAgainByTheCommandSide(String topic, String processor) {
        post("republish", "{" + WHY + ",'topic':'" + topic + "','from':'2026-11-01T12:00:00Z'}");

        ProcessorOrder order = (ProcessorOrder) orders.next(1).getFirst().order();
        assertThat(order.service()).isEqualTo("command-side");
        assertThat(order.processor()).isEqualTo(processor);
        assertThat(order.act()).isEqualTo(new ProcessorAct.Republish(AT, null));
    }

    private static void version(String processor, int version, String state) {
        database.asOwner()
                .sql(
                        "insert into projection_version (processor, version, schema_name, layout, state) values (?, ?, 'public', 1, ?)")
                .params(processor, version, state)
                .update();
    }

    private static JsonNode only(String processor) {
        JsonNode items = get("processors/" + processor).json().get("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private static List<String> texts(JsonNode array, String field) {
        return array.valueStream().map(one -> one.get(field).asString()).toList();
    }

    private static Answer get(String path) {
        return gateway.get(ADMIN + path, "Authorization", "Bearer " + TOKEN);
    }

    private static Answer post(String path, String body, String... headers) {
        String[] all = Stream.concat(Stream.of("Authorization", "Bearer " + TOKEN), Stream.of(headers))
                .toArray(String[]::new);
        return gateway.post(ADMIN + path, body.replace('\'', '"'), all);
    }
}
