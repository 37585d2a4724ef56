package io.battlescope.ingestion;

import static io.battlescope.ingestion.IngestionUnderTest.killmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.battlescope.ingestion.r2z2.LyingHost;
import io.battlescope.ingestion.r2z2.LyingHost.Answer;
import io.battlescope.ingestion.r2z2.LyingHost.Request;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service on a host that lies, with restarts and two instances. */
class LiveFeedIT {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final IngestionUnderTest service = new IngestionUnderTest();
    private final IngestionUnderTest other = service.beside();
    private LyingHost host;

    @BeforeEach
    void start() throws IOException {
        host = new LyingHost();
    }

    @AfterEach
    void stop() {
        other.close();
        service.close();
        host.close();
    }

    @Test
    void whatIsLostIsOnRecordExactlyWhenTheCursorIsPastIt() {
        host.given("sequence.json", "{\"sequence\":100}");
        files(100, 102);
        files(1000, 1100);
        start(service);
        awaitPosition(102);
        service.refuseToBook();
        host.given("sequence.json", "{\"sequence\":1100}");
        await().atMost(LONGEST)
                .untilAsserted(
                        () -> assertThat(service.report().notes()).containsEntry("feedState", "waiting-for-database"));
        assertThat(gaps()).as("not before the cursor moves").isEmpty();
        service.close();

        service.bookAgain();
        start(service);
        awaitPosition(1100);

        assertThat(gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap)
                        .containsEntry("first_sequence", 103L)
                        .containsEntry("last_sequence", 999L)
                        .containsEntry("status", "OPEN")
                        .containsEntry("version", 1L)
                        .containsEntry("not_before", 1_780_000_102L)
                        .containsEntry("not_after", 1_780_001_000L)
                        .containsEntry("job_id", null));
    }

    @Test
    void aRewrittenFileIsARevaluationAndTheSameKillmailUnderANewNumberToo() {
        host.given("100.json", new Answer(200, file(100, 100, "")), new Answer(200, file(100, 200, "")));
        files(101, 101);
        host.given("102.json", file(102, 100, ",\"sequence_updated\":100"));
        host.given("103.json", file(101, 300, ""));
        start(service);
        awaitPosition(103);

        assertThat(service.counters())
                .containsEntry("accepted", 3L)
                .containsEntry("revalued", 2L)
                .containsEntry("duplicates", 0L)
                .containsEntry("rewritten", 1L);
    }

    @Test
    void aBanIsRememberedByTheNextStart() {
        host.given("100.json", new Answer(403, "go away"));
        start(service);
        awaitBan();
        service.close();
        int asked = host.requests().size();

        start(service);
        awaitBan();
        assertThat(host.requests()).hasSize(asked);
        service.close();

        service.jdbc().update("delete from host_ban");
        files(100, 100);
        start(service);
        awaitPosition(100);
    }

    @Test
    void aDatabaseOfYesterdayIsReadOnFromAndCountedFromWhereItStands() {
        files(100, 105);
        start(service);
        awaitPosition(105);
        service.jdbc().execute("delete from killmail_reference where killmail_id > 102");
        service.jdbc().update("update feed_cursor set number = 102, accepted = 3");
        files(106, 108);

        awaitPosition(108);
        assertThat(service.counters()).containsEntry("accepted", 9L).containsEntry("duplicates", 0L);
        assertThat(service.jdbc().queryForObject("select accepted from feed_cursor", Long.class))
                .isEqualTo(9);
    }

    @Test
    void oneInstanceAsksAtATimeAndTheOtherTakesOverWhenItIsCutOff() {
        files(100, 110);
        start(service, "battlescope.contact", "first", "battlescope.lease.ttl", "3s");
        awaitPosition(110);
        start(other, "battlescope.contact", "second", "battlescope.lease.ttl", "3s");
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(other.report().notes())
                        .containsEntry("feedState", "standby")
                        .containsEntry("leaseOwner", service.report().notes().get("leaseOwner")));

        service.loseDatabase();
        files(111, 120);
        await().atMost(LONGEST).untilAsserted(() -> assertThat(other.counters()).containsEntry("position", 120L));

        List<String> askers = host.requests().stream().map(LiveFeedIT::asker).toList();
        assertThat(askers).contains("first", "second");
        assertThat(askers.lastIndexOf("first")).isLessThan(askers.indexOf("second"));
        assertThat(other.counters()).containsEntry("accepted", 21L).containsEntry("duplicates", 0L);
        assertThat(service.report().notes()).containsEntry("feedState", "waiting-for-database");
    }

    @Test
    void whoHasLostTheLeaseWithABatchInHandBooksNothingAndAsksNoMore() {
        files(100, 100);
        start(service);
        awaitPosition(100);
        service.refuseToBook();
        files(101, 105);
        await().atMost(LONGEST)
                .untilAsserted(
                        () -> assertThat(service.report().notes()).containsEntry("feedState", "waiting-for-database"));

        service.jdbc()
                .update("update lease set owner = 'successor', epoch = epoch + 1,"
                        + " expires_at = clock_timestamp() + interval '1 hour'");
        service.bookAgain();

        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(service.report().notes())
                        .containsEntry("feedState", "standby")
                        .containsEntry("leaseOwner", "successor"));
        assertThat(service.jdbc().queryForObject("select number from feed_cursor", Long.class))
                .isEqualTo(100);
        assertThat(service.jdbc().queryForObject("select count(*) from killmail_reference", Long.class))
                .isEqualTo(1);
    }

    @Test
    void aProcessThatSleepsOrDiesIsReplacedAndDoesNothingWhenItWakesUp(@TempDir Path directory) throws Exception {
        File log = directory.resolve("log").toFile();
        files(100, 110);
        Process process =
                service.startProcess(log, settings("battlescope.lease.ttl", "3s", "battlescope.contact", "first"));
        try {
            awaitCursor(110);
            start(other, "battlescope.lease.ttl", "3s", "battlescope.contact", "second");
            signal(process, "STOP");
            files(111, 120);
            awaitCursor(120);

            signal(process, "CONT");
            files(121, 130);
            String successor = other.report().notes().get("leaseOwner");
            await().atMost(LONGEST).until(() -> Files.readString(log.toPath()).contains(successor));
            awaitCursor(130);
            List<String> askers =
                    host.requests().stream().map(LiveFeedIT::asker).toList();
            assertThat(askers.stream().skip(askers.indexOf("second")).filter("first"::equals))
                    .as("what was already on its way may arrive")
                    .hasSizeLessThan(2);

            other.close();
            files(131, 140);
            awaitCursor(140);
            process.destroyForcibly().waitFor();
            start(other, "battlescope.lease.ttl", "3s");
            files(141, 150);
            awaitCursor(150);
        } finally {
            process.destroyForcibly();
        }
        assertThat(other.counters()).containsEntry("accepted", 51L).containsEntry("duplicates", 0L);
    }

    private void start(IngestionUnderTest instance, String... more) {
        instance.start(settings(more));
    }

    private String[] settings(String... more) {
        List<String> settings = List.of(
                "battlescope.feed", "r2z2",
                "battlescope.feed.r2z2-base-url", host.address().toString(),
                "battlescope.feed.start", "100",
                "battlescope.feed.max-rate", "2000",
                "battlescope.feed.after-miss", "50ms");
        return Stream.concat(settings.stream(), Stream.of(more)).toArray(String[]::new);
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private void awaitCursor(long number) {
        await().atMost(LONGEST)
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(service.jdbc().queryForObject("select number from feed_cursor", Long.class))
                                .isEqualTo(number));
    }

    private void awaitPosition(long position) {
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(service.counters()).containsEntry("position", position));
    }

    private void awaitBan() {
        await().atMost(LONGEST).untilAsserted(() -> {
            assertThat(service.report().notes()).containsKey("bannedUntil");
            assertThat(service.report().notes().get("feedState")).startsWith("banned-until");
        });
    }

    private List<Map<String, Object>> gaps() {
        return service.jdbc().queryForList("""
                select first_sequence, last_sequence, status, version, job_id,
                    extract(epoch from not_before)::bigint as not_before,
                    extract(epoch from not_after)::bigint as not_after
                from feed_gap
                """);
    }

    private void files(int first, int last) {
        for (int number = first; number <= last; number++) {
            host.given(number + ".json", file(number, 100, ""));
        }
    }

    /** A killmail of that number, so that it is told from others. */
    private static String file(int id, int isk, String more) {
        return "{\"killmail_id\":" + id + ",\"esi\":" + killmail(id) + ",\"zkb\":{\"totalValue\":" + isk
                + "},\"uploaded_at\":" + (1_780_000_000L + id) + more + "}";
    }

    private static String asker(Request request) {
        return request.headers().get("User-agent").getFirst().replaceAll(".*\\((.*)\\)", "$1");
    }
}
