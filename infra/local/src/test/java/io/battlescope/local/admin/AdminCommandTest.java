package io.battlescope.local.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.battlescope.local.admin.StubGateway.Asked;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminCommandTest {

    private static final String BATTLES = """
            {'processor':'battles','version':1,'service':'projection','role':'living','source':'battle.events',
             'state':'running','instances':[{'instance':'a','pid':7,'state':'running','segments':[0,1],'error':null,
             'reportedAt':'2026-11-01T12:00:00.123Z'}],'segments':[{'segment':0,'mergeableWith':1,'owner':'7@a',
             'claimAgeSeconds':0.2,'caughtUp':true,'replaying':false,'error':null}],
             'partitions':[{'partition':0,'position':90,'end':100}],'eventsBehind':10,'secondsBehind':1.5,'perSecond':12.46,
             'caughtUp':false,'replay':null,'error':null,'alarms':[{'code':'HEAD_NOT_MOVING','detail':'Nothing is heard.'}],
             'parkedSequences':1,'parkedLetters':3,'act':null,'reportedAt':'2026-11-01T12:00:00Z'}""";
    private static final String DONE =
            "{'actId':'a1','what':'processor.reset','status':'done','detail':'Is reset to the start','decidedAt':'2026-11-01T12:00:00Z','figures':{'eventsToReplay':100}}";

    private static final Patience IMPATIENT =
            new Patience(Duration.ofMillis(10), Duration.ofMillis(100), Duration.ofSeconds(10), Duration.ofMillis(100));

    private StubGateway gateway;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void start() throws IOException {
        gateway = new StubGateway();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void processorsAreATableForPeople() throws InterruptedException {
        gateway.on("GET processors", 200, "{'items':[" + BATTLES + "]}");

        assertThat(run("processors")).isZero();

        assertThat(shown()).isEqualTo("""
                PROCESSOR  ROLE    STATE    INSTANCES  SEGMENTS  BEHIND  SECONDS  PER SECOND  PARKED  REPLAY  ALARMS
                battles    living  running  1          1         10      1.5      12.5        3       -       HEAD_NOT_MOVING
                ! battles: HEAD_NOT_MOVING Nothing is heard.
                """);
        assertThat(gateway.asked().getFirst().authorization()).isEqualTo("Bearer key");
    }

    @Test
    void oneProcessorIsShownInFull() throws InterruptedException {
        gateway.on("GET processors/battles", 200, "{'items':[" + BATTLES + "]}");

        assertThat(run("processors", "battles")).isZero();

        assertThat(shown()).contains("""
                reported by
                INSTANCE  PID  STATE    SEGMENTS  REPORTED              ERROR
                a         7    running  [0,1]     2026-11-01T12:00:00Z  -
                """, """
                follows battle.events
                PARTITION  POSITION  END  BEHIND
                0          90        100  10
                """);
    }

    @Test
    void scriptsReadTheAnswerAsItIs() throws InterruptedException {
        gateway.on("GET processors", 200, "{'items':[]}");

        assertThat(run("processors", "--json")).isZero();

        assertThat(shown()).isEqualTo("{\"items\":[]}\n");
    }

    @Test
    void aRefusalIsToldWithItsCode() throws InterruptedException {
        gateway.on(
                "POST processors/batles/pause",
                404,
                "{'code':'PROCESSOR_NOT_FOUND','detail':'There is no such processor.','fieldErrors':[{'field':'a','reason':'is b'}]}");

        assertThat(run("pause-processor", "batles", "--reason", "x")).isEqualTo(1);

        assertThat(complaints()).isEqualTo("404 PROCESSOR_NOT_FOUND: There is no such processor.\n  a is b\n");
        assertThat(shown()).isEmpty();
    }

    @Test
    void anActIsFollowedUntilTheProcessorHasCaughtUp() throws InterruptedException {
        gateway.on("POST processors/battles/reset", 202, "{'actId':'a1','status':'pending'}")
                .on(
                        "GET acts/a1",
                        200,
                        "{'actId':'a1','what':'processor.reset','status':'running','detail':'waits','figures':{}}")
                .on("GET acts/a1", 200, DONE)
                .on("GET processors/battles", 200, caughtUp("2026-11-01T12:00:01Z"))
                .on("GET processors/battles", 200, replaying(50))
                .on("GET processors/battles", 200, caughtUp("2026-11-01T12:00:09Z"));

        assertThat(run("reset-processor", "battles", "--reason", "It is wrong")).isZero();

        assertThat(gateway.asked().getFirst().body()).isEqualTo("{\"reason\":\"It is wrong\",\"to\":\"start\"}");
        assertThat(gateway.asked().getFirst().idempotencyKey()).isNotBlank();
        assertThat(shown()).isEqualTo("""
                processor.reset is running: waits
                Done (act a1): Is reset to the start
                  eventsToReplay 100
                Replay of battles [###############...............]  50%  50 of 100  25/s  2 s left
                battles has caught up.
                """);
    }

    @Test
    void scriptsWaitAsWellAndReadTheActAlone() throws InterruptedException {
        gateway.on("POST processors/battles/reset", 200, "{'actId':'a1','status':'done','outcome':" + DONE + "}")
                .on("GET processors/battles", 200, caughtUp("2026-11-01T12:00:09Z"));

        assertThat(run("reset-processor", "battles", "--json", "--reason", "x")).isZero();

        assertThat(shown()).isEqualTo(DONE.replace('\'', '"') + "\n");
    }

    @Test
    void anActThatIsRefusedInTheEndHasFailed() throws InterruptedException {
        gateway.on(
                "POST processors/battles/segments/1/split",
                200,
                "{'actId':'a1','status':'refused','outcome':{'status':'refused','code':'TIME_LIMIT','detail':'Too late'}}");

        assertThat(run("split-segment", "battles", "1", "--reason", "x")).isEqualTo(1);

        assertThat(complaints()).isEqualTo("Refused, TIME_LIMIT: Too late (act a1)\n");
    }

    @Test
    void anActThatIsRefusedWhileItIsWaitedForHasFailed() throws InterruptedException {
        gateway.on("POST processors/battles/pause", 409, "{'code':'TIME_LIMIT','detail':'Too late','outcome':{}}");

        assertThat(run("pause-processor", "battles", "--reason", "x")).isEqualTo(1);

        assertThat(complaints()).isEqualTo("409 TIME_LIMIT: Too late\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"pending | Nobody has taken up act a1.", "running | Nothing more is heard of act a1."})
    void anActOfWhichNothingIsHeardIsNotFollowedForEver(String status, String sentence) throws InterruptedException {
        gateway.on("POST processors/battles/pause", 202, "{'actId':'a1','status':'pending'}")
                .on("GET acts/a1", 200, "{'what':'processor.pause','status':'" + status + "','figures':{}}");

        assertThat(run("pause-processor", "battles", "--reason", "x", "--time-limit", "0"))
                .isEqualTo(1);

        assertThat(complaints()).startsWith(sentence).contains("infra/battlescope acts a1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'state':'unknown','reportedAt':null,'alarms':[{'code':'SILENT','detail':'No instance reports it.'}] | battles is unknown, SILENT: No instance reports it.",
                "'state':'stopped','reportedAt':'2026-11-01T12:00:09Z','caughtUp':true | battles is stopped.",
                "'state':'held','reportedAt':'2026-11-01T12:00:09Z' | battles is held.",
                "'state':'running','reportedAt':'2026-11-01T12:00:09Z','eventsBehind':7 | battles is running and gets no further.",
            })
    void aProcessorThatDoesNotCatchUpIsNotFollowedForEver(String fields, String sentence) throws InterruptedException {
        gateway.on("POST processors/battles/reset", 200, "{'actId':'a1','status':'done','outcome':" + DONE + "}")
                .on("GET processors/battles", 200, "{'items':[{" + fields + "}]}");

        assertThat(run("reset-processor", "battles", "--reason", "x")).isEqualTo(1);

        assertThat(complaints()).startsWith(sentence);
    }

    @Test
    void thatAListGoesOnIsSaid() throws InterruptedException {
        gateway.on("GET acts?limit=2", 200, "{'items':[],'nextCursor':'next one'}")
                .on("GET dead-letters?processor=battles&cursor=next%20one", 200, "{'items':[]}");

        assertThat(run("acts", "--limit", "2")).isZero();
        assertThat(shown())
                .endsWith(
                        "There is more: the same with --cursor next one shows the next page, --limit N up to 100 at once.\n");
        out.reset();
        assertThat(run("dead-letters", "battles", "--cursor", "next one")).isZero();
        assertThat(shown()).doesNotContain("There is more");
    }

    @Test
    void watchingGoesOnWhenTheGatewayStartsAnew() throws InterruptedException {
        gateway.breakingOff("GET processors/stream", "data:{'items':['first']}\n\n")
                .on("GET processors/stream", 503, "{'code':'STATUS_UNAVAILABLE','detail':'Again'}")
                .on("GET processors/stream", 200, "data:{'items':['last']}\n\n");
        Screen untilTheLast = new Screen(
                new PrintStream(out, true, StandardCharsets.UTF_8) {
                    @Override
                    public boolean checkError() {
                        return shown().contains("last");
                    }
                },
                stream(err),
                false);

        AdminCommand.run(arguments("processors", "--watch", "--json"), gateway.url(), "key", untilTheLast, IMPATIENT);

        assertThat(shown()).isEqualTo("{\"items\":[\"first\"]}\n{\"items\":[\"last\"]}\n");
        assertThat(complaints()).contains("it is opened again", "STATUS_UNAVAILABLE");
    }

    @Test
    void aRebuildIsFollowedUntilItHasSwitched() throws InterruptedException {
        gateway.on("POST rebuilds", 202, "{'actId':'r1','status':'pending'}")
                .on(
                        "GET acts/r1",
                        200,
                        "{'what':'rebuild.start','status':'running','figures':{'eventsTotal':10,'eventsHandled':1}}")
                .on("GET acts/r1", 200, "{'actId':'r1','status':'done'}")
                .on("GET rebuilds/r1", 200, """
                        {'rebuildId':'r1','processor':'battles','state':'switched','oldVersion':1,'newVersion':2,
                         'tables':[{'table':'battle','oldRows':5,'newRows':5,'equal':true,'onlyOld':0,'onlyNew':0,'changed':0}]}""");

        assertThat(run("rebuild", "battles", "--reason", "x")).isZero();

        assertThat(gateway.asked().getFirst().body())
                .isEqualTo("{\"reason\":\"x\",\"processor\":\"battles\",\"switchWhenEqual\":true}");
        assertThat(shown()).contains("10%  1 of 10", "switched", "battle  5         5         true");
    }

    @Test
    void anActIsAskedForAndFollowedAcrossARestartOfTheGateway() throws InterruptedException {
        gateway.breakingOff("POST processors/battles/pause", "{");
        for (int look = 0; look < 6; look++) {
            gateway.on("POST processors/battles/pause", 503, "{'code':'STATUS_UNAVAILABLE','detail':'Again'}");
        }
        gateway.on("POST processors/battles/pause", 202, "{'actId':'a1','status':'pending'}");
        for (int look = 0; look < 6; look++) {
            gateway.breakingOff("GET acts/a1", "{");
        }
        gateway.on("GET acts/a1", 200, "{'actId':'a1','status':'done','detail':'Is paused'}");

        assertThat(run("pause-processor", "battles", "--reason", "x")).isZero();

        assertThat(gateway.asked())
                .extracting(Asked::idempotencyKey)
                .filteredOn(Objects::nonNull)
                .hasSize(8)
                .containsOnly(gateway.asked().getFirst().idempotencyKey());
        assertThat(shown()).contains("Done (act a1): Is paused");
    }

    @Test
    void whatPassesByItselfIsAskedForAgainUnderTheSameKey() throws InterruptedException {
        gateway.on("POST processors/battles/pause", 503, "{'code':'BROKER_UNAVAILABLE','detail':'Again'}")
                .on("POST processors/battles/pause", 202, "{'actId':'a1','status':'pending'}");

        assertThat(run("pause-processor", "battles", "--reason", "x", "--no-wait"))
                .isZero();

        assertThat(gateway.asked()).hasSize(2).extracting(Asked::idempotencyKey).doesNotContainNull();
        assertThat(gateway.asked().get(0).idempotencyKey())
                .isEqualTo(gateway.asked().get(1).idempotencyKey());
        assertThat(shown()).contains("Asked for as act a1");
    }

    @Test
    void aKeyIsShownOnceAndRevokedWithAReason() throws InterruptedException {
        gateway.on("POST keys", 201, "{'key':{'keyId':'k1'},'token':'secret'}")
                .on("DELETE keys/k1?reason=It%20leaked", 200, "{}");

        assertThat(run("keys", "--create", "ci", "--role", "viewer", "--reason", "x"))
                .isZero();
        assertThat(run("keys", "--revoke", "k1", "--reason", "It leaked")).isZero();

        assertThat(shown()).contains("Key k1 (viewer)", "\nsecret\n", "Key k1 is good for nothing now.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "reset-processor b --to head --skip | processors/b/reset | {'reason':'x','to':'head','skip':true}",
                "reset-processor b --to 0:17,3:0 --dry-run | processors/b/reset | {'reason':'x','dryRun':true,'to':'offsets','offsets':{'0':17,'3':0}}",
                "reset-processor b --to=2026-11-01T13:00:00+01:00 | processors/b/reset | {'reason':'x','to':'instant','at':'2026-11-01T12:00:00Z'}",
                "reset-processor b --keep --time-limit 9 | processors/b/reset | {'reason':'x','timeLimitSeconds':9,'to':'start','clear':false}",
                "release-segment b 1 --seconds 5 | processors/b/segments/1/release | {'reason':'x','seconds':5}",
                "rebuild b --manual | rebuilds | {'reason':'x','processor':'b','switchWhenEqual':false}",
                "rebuild-switch r --accept-differences | rebuilds/r/switch | {'reason':'x','acceptDifferences':true}",
                "rebuild-rollback r | rebuilds/r/rollback | {'reason':'x'}",
                "republish battle.events --from 2026-11-01T12:00:00Z | republish | {'reason':'x','topic':'battle.events','from':'2026-11-01T12:00:00Z'}",
                "dead-letters b --retry --cause boom | dead-letters/retry | {'reason':'x','processor':'b','cause':'boom'}",
                "dead-letters b 30000142 --evict --letter 7 | dead-letters/evict | {'reason':'x','processor':'b','sequence':'30000142','letterId':'7'}",
                "dead-letters b --evict --all | dead-letters/evict | {'reason':'x','processor':'b','all':true}",
                "keys --create ci --role viewer --days 30 | keys | {'name':'ci','role':'viewer','expiresInDays':30,'reason':'x'}",
            })
    void wordsBecomeRequests(String line, String path, String body) throws InterruptedException {
        gateway.on("POST " + path, 202, "{'actId':'a1','status':'pending'}");

        assertThat(run((line + " --no-wait --reason x")
                        .replaceAll("(keys .*)--no-wait ", "$1")
                        .split(" ")))
                .isZero();

        assertThat(gateway.asked().getFirst().body()).isEqualTo(body.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pause-processor battles | Why? --reason TEXT",
                "pause-processor --reason x | Something is missing",
                "pause-processor a b --reason x | Too few or too many words",
                "processors --frequently | Unknown option --frequently",
                "processors --url | Option --url needs a value",
                "split-segment battles one --reason x | SEGMENT wants a number",
                "reset-processor battles --to tail --reason x | --to wants start, head, offsets",
                "dead-letters battles --evict --reason x | say --all to mean that",
                "dead-letters battles --evict --retry --reason x | Either --retry or --evict",
                "dead-letters --retry --reason x | Whose dead letters?",
                "keys --create ci --reason x | Which --role",
            })
    void misuseIsToldInASentenceAndNothingIsAsked(String line, String sentence) {
        assertThatThrownBy(() -> run(line.split(" ")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(sentence);
        assertThat(gateway.asked()).isEmpty();
    }

    @Test
    void theKeyIsTheOneOfTheDataDirectoryUnlessTold(@TempDir Path data) throws Exception {
        gateway.on("GET acts", 200, "{'items':[]}");
        Path token = Files.writeString(data.resolve("admin-token"), "kept\n");

        AdminCommand.run(arguments("acts", "--json"), Map.of(), gateway.url(), token);
        AdminCommand.run(
                arguments("acts", "--json"), Map.of("BATTLESCOPE_KEY", "of the environment"), gateway.url(), token);
        AdminCommand.run(arguments("acts", "--json", "--key", "told"), Map.of(), gateway.url(), token);
        int without = AdminCommand.run(arguments("acts"), Map.of(), gateway.url(), data.resolve("none"));

        assertThat(gateway.asked())
                .extracting(Asked::authorization)
                .containsExactly("Bearer kept", "Bearer of the environment", "Bearer told");
        assertThat(without).isEqualTo(1);
    }

    private static String caughtUp(String at) {
        return "{'items':[{'state':'running','caughtUp':true,'replay':null,'reportedAt':'" + at + "'}]}";
    }

    private static String replaying(int handled) {
        return "{'items':[{'state':'running','caughtUp':false,'reportedAt':'2026-11-01T12:00:05Z','replay':{'handled':"
                + handled + ",'total':100,'perSecond':25.0,'etaSeconds':2}}]}";
    }

    private int run(String... words) throws InterruptedException {
        Screen screen = new Screen(stream(out), stream(err), false);
        return AdminCommand.run(arguments(words), gateway.url(), "key", screen, IMPATIENT);
    }

    private static AdminArguments arguments(String... words) {
        assertThat(AdminArguments.are(words)).isTrue();
        return AdminArguments.parse(words);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String shown() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complaints() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
