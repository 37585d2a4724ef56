package io.battlescope.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.battlescope.e2e.check.Comparison;
import io.battlescope.e2e.check.Expectation;
import io.battlescope.e2e.feed.GeneratedFeed;
import io.battlescope.e2e.rule.Hulls;
import io.battlescope.e2e.rule.Mail;
import io.battlescope.e2e.rule.MailFile;
import io.battlescope.e2e.system.Project;
import io.battlescope.e2e.system.RunningSystem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What goes in, what comes out, and nothing left running behind. One installation, started twice. */
@TestMethodOrder(OrderAnnotation.class)
class WholeSystemE2E {

    private static final int KILLMAILS = 2_500;
    private static final long SEED = 20_240_501;
    private static final int LINES_PER_SECOND = 120;
    private static final int REAL_KILLMAILS = 6_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Map<Long, Mail> FED = new LinkedHashMap<>();
    private static long linesFed;
    private static boolean proven;
    private static String titled;
    private static Path directory;
    private static Hulls hulls;

    @BeforeAll
    static void makeRoom() throws IOException {
        directory = Project.freshDirectory("whole-system");
        hulls = Hulls.load(Project.root());
    }

    @Test
    @Order(1)
    @DisplayName("Shuffled, repeated and broken lines give exactly the battles of the rule, though parts are killed")
    void countsEveryKillmailOnceThoughPartsAreKilled() throws IOException, InterruptedException {
        GeneratedFeed feed = GeneratedFeed.of(KILLMAILS, SEED);
        Expectation expectation = afterFeeding(feed.lines().size(), feed.mails());
        assertThat(expectation.battles()).hasSizeGreaterThan(50);
        Path file = feed.writeTo(directory.resolve("generated.jsonl"));
        try (RunningSystem system = start(file, "--rate", "" + LINES_PER_SECOND)) {
            system.await("a quarter is taken in", PATIENCE, status -> accepted(status) > KILLMAILS / 4);
            system.killAndAwaitNext("command-side");
            system.await("half of it is taken in", PATIENCE, status -> accepted(status) > KILLMAILS / 2);
            system.killAndAwaitNext("projection");
            system.await("all of it has arrived", PATIENCE, expectation::isReached);

            JsonNode killmails = system.api().status().orElseThrow().path("killmails");
            assertThat(killmails.path("duplicates").intValue()).isEqualTo(feed.duplicates());
            assertThat(byCode(killmails)).isEqualTo(feed.quarantined());
            assertThat(killmails.path("cameRight").longValue()).isEqualTo(feed.cameRight());
            assertThat(Comparison.differences(system.api(), expectation)).isEmpty();
            assertThatAdminsCorrectAndTakeBack(system);
            assertThat(Comparison.differences(system.api(), expectation)).isEmpty();
            assertThatStopLeavesNothing(system);
        }
        proven = true;
    }

    @Test
    @Order(2)
    @DisplayName("Started again, it knows all it knew, and real killmails give exactly the battles of the rule")
    void addsTheBattlesOfRealKillmails() throws IOException, InterruptedException {
        assumeTrue(
                Files.exists(Project.recording()),
                () -> "Skipped: there is no recording of real killmails at " + Project.recording());
        Path file = firstLines(Project.recording(), directory.resolve("real.jsonl"));
        MailFile recording = MailFile.read(file);
        assertThat(recording.mails()).hasSize(REAL_KILLMAILS);
        Expectation expectation = afterFeeding(recording.lines(), recording.mails());
        proven = false;
        try (RunningSystem system = start(file)) {
            system.await("all of it has arrived", PATIENCE, expectation::isReached);
            assertThat(Comparison.differences(system.api(), expectation)).isEmpty();
            assertThat(system.api().find(titled).orElseThrow().path("title").textValue())
                    .isEqualTo("The largest");
            assertThatStopLeavesNothing(system);
        }
        proven = true;
    }

    @Test
    @Order(3)
    @DisplayName("A reset forgets everything")
    void resetForgetsEverything() throws IOException, InterruptedException {
        assumeTrue(proven, "Skipped: what went wrong above can be seen in the data and logs under " + directory);
        assertThat(RunningSystem.run(directory.resolve("data"), "reset", "--yes"))
                .isZero();
        assertThat(directory.resolve("data/postgres")).doesNotExist();
    }

    private static RunningSystem start(Path file, String... more) throws IOException {
        return RunningSystem.start(directory.resolve("data"), file, more);
    }

    /** What has to come out of all that was ever fed. */
    private static Expectation afterFeeding(long lines, Map<Long, Mail> mails) {
        linesFed += lines;
        FED.putAll(mails);
        return Expectation.of(linesFed, FED, hulls);
    }

    /** A killmail is left out of the largest battle and taken in again; what remains is the title. */
    private static void assertThatAdminsCorrectAndTakeBack(RunningSystem system)
            throws IOException, InterruptedException {
        String token = Files.readString(directory.resolve("data/admin-token")).trim();
        JsonNode battle = system.api().list("/battles?sort=-kills").getFirst();
        String path = "/battles/" + battle.path("battleId").textValue();
        int kills = battle.path("killCount").intValue();
        long killmail = battle.path("openedByKillmailId").longValue();

        JsonNode exclusion = system.api()
                .act(
                        "POST",
                        path + "/overlay",
                        token,
                        "{\"act\":{\"act\":\"excludeKillmail\",\"killmailId\":" + killmail
                                + "},\"reason\":\"told twice\"}");
        assertThat(exclusion.path("status").textValue()).isEqualTo("done");
        awaitKills(system, path, kills - 1);
        assertThat(system.api()
                        .act(
                                "DELETE",
                                path + "/overlay/" + exclusion.path("actId").textValue() + "?reason=it%20was%20not",
                                token,
                                "")
                        .path("status")
                        .textValue())
                .isEqualTo("done");
        awaitKills(system, path, kills);
        system.api()
                .act(
                        "POST",
                        path + "/overlay",
                        token,
                        "{\"act\":{\"act\":\"setTitle\",\"title\":\"The largest\"},\"reason\":\"so it is\"}");
        titled = path;
    }

    private static void awaitKills(RunningSystem system, String path, int kills) {
        await().atMost(PATIENCE)
                .until(() ->
                        system.api().find(path).orElseThrow().path("killCount").intValue() == kills);
    }

    private static void assertThatStopLeavesNothing(RunningSystem system) throws IOException, InterruptedException {
        List<ProcessHandle> processes = system.processes();
        assertThat(processes).hasSizeGreaterThan(8);
        assertThat(system.run("stop")).isZero();
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        // as init scripts have it: not running
        assertThat(system.run("status")).isEqualTo(3);
    }

    private static long accepted(JsonNode status) {
        return status.path("killmails").path("accepted").longValue();
    }

    private static Map<String, Long> byCode(JsonNode killmails) {
        Map<String, Long> counts = new TreeMap<>();
        killmails
                .path("quarantinedByCode")
                .properties()
                .forEach(count -> counts.put(count.getKey(), count.getValue().longValue()));
        return counts;
    }

    private static Path firstLines(Path recording, Path file) throws IOException {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(recording)), StandardCharsets.UTF_8))) {
            return Files.write(file, in.lines().limit(REAL_KILLMAILS).toList());
        }
    }
}
