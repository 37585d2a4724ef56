package io.battlescope.ingestion;

import static io.battlescope.ingestion.IngestionUnderTest.killmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.battlescope.api.killmail.IngestedKillmail;
import io.battlescope.api.topic.DeadLetter;
import io.battlescope.ingestion.r2z2.LyingHost;
import io.battlescope.ingestion.r2z2.LyingHost.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host whose files come damaged, or as they were, for a while: what comes right later counts, and quarantine has the rest. */
class RecheckIT {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final String TORN = "{\"killmail_id\":101,\"esi\":{\"killmail_id\":101,";

    private final IngestionUnderTest service = new IngestionUnderTest();
    private LyingHost host;

    @BeforeEach
    void host() throws IOException {
        host = new LyingHost();
        host.given("sequence.json", "{\"sequence\":102}");
        host.given("100.json", file(100, 100, ""));
        host.given("101.json", TORN);
        host.given("102.json", file(102, 100, ""));
    }

    @AfterEach
    void stop() {
        service.close();
        host.close();
    }

    @Test
    void aTornFileThatIsWholeLaterIsAcceptedOnceWhateverDiesInBetween() {
        start("1h");
        awaitCounter("position", 102);
        assertThat(service.counters()).containsEntry("quarantined.NOT_JSON", 1L);
        service.close();
        service.jdbc().update("update feed_recheck set due_at = now() - interval '1 second'");
        host.given("101.json", new Answer(200, TORN), new Answer(404, ""), new Answer(200, file(101, 100, "")));
        service.refuseToBook();
        start("50ms");
        await().atMost(LONGEST)
                .untilAsserted(
                        () -> assertThat(service.report().notes()).containsEntry("feedState", "waiting-for-database"));
        service.close();
        service.bookAgain();

        start("50ms");
        awaitCounter("accepted", 3);

        assertThat(service.counters())
                .containsEntry("quarantined", 0L)
                .containsEntry("cameRight", 1L)
                .containsEntry("duplicates", 0L)
                .containsEntry("position", 102L);
        assertThat(service.jdbc().queryForObject("select count(*) from feed_recheck", Long.class))
                .isZero();
        assertThat(service.published().stream()
                        .map(IngestedKillmail::killmailId)
                        .distinct())
                .containsExactlyInAnyOrder(100L, 101L, 102L);
        assertThat(service.deadLetters().stream().map(DeadLetter::code).distinct())
                .containsExactly("NOT_JSON", "RELEASED");
        service.close();
        start("50ms");
        awaitCounter("position", 102);
        assertThat(service.counters())
                .containsEntry("accepted", 3L)
                .containsEntry("cameRight", 1L)
                .containsEntry("quarantined", 0L);
    }

    @Test
    void aFileThatStaysTornStaysInQuarantineUntilItHasExpiredAndTheFeedGoesOn() {
        start("10ms");
        await().atMost(LONGEST)
                .untilAsserted(
                        () -> assertThat(service.counters().get("rechecked")).isGreaterThan(2));
        host.given("103.json", file(103, 100, ""));
        awaitCounter("position", 103);
        assertThat(rechecks()).hasSize(1);

        // again and again: a look that is under way writes down what it had read
        await().atMost(LONGEST).untilAsserted(() -> {
            service.jdbc().update("update feed_recheck set since = now() - interval '2 days', due_at = now()");
            assertThat(rechecks()).isEmpty();
        });
        assertThat(service.counters())
                .containsEntry("accepted", 3L)
                .containsEntry("quarantined", 1L)
                .containsEntry("quarantined.NOT_JSON", 1L)
                .containsEntry("mended", 0L);
        assertThat(service.deadLetters()).extracting(DeadLetter::code).containsExactly("NOT_JSON");
    }

    @Test
    void aFileThatComesWholeButIsNoKillmailSaysSoInTheSamePlace() {
        start("50ms");
        awaitCounter("position", 102);

        host.given("101.json", "{\"killmail_id\":101}");
        awaitCounter("quarantined.NO_TIME", 1);

        assertThat(service.counters()).containsEntry("quarantined", 1L);
        assertThat(service.jdbc().queryForList("select code, payload from quarantine"))
                .containsExactly(Map.of("code", "NO_TIME", "payload", "{\"killmail_id\":101}"));
    }

    @Test
    void theFormerContentOfARewrittenFileIsNotTheLastWord() {
        host.given("101.json", file(101, 100, ""));
        host.given(
                "100.json",
                new Answer(200, file(100, 100, "")),
                new Answer(200, file(100, 100, "")),
                new Answer(200, file(100, 200, "")));
        host.given("103.json", file(103, 100, ",\"sequence_updated\":100"));
        start("50ms");

        awaitCounter("revalued", 1);

        assertThat(service.counters())
                .containsEntry("accepted", 4L)
                .containsEntry("duplicates", 1L)
                .containsEntry("rewritten", 1L);
        assertThat(rechecks()).isEmpty();
    }

    @Test
    void theSameKillmailUnderALaterNumberMakesUpForTheBrokenOneButNotForAnEarlierOne() {
        host.given("101.json", file(7, 100, "").replace("\"damage_taken\":10", "\"damage_taken\":\"x\""));
        host.given("102.json", file(8, 100, ""));
        host.given("103.json", file(7, 100, ""));
        host.given("104.json", file(8, 100, "").replace("\"damage_taken\":10", "\"damage_taken\":\"x\""));
        start("1h");
        awaitCounter("position", 104);
        assertThat(open()).extracting("position").containsExactly(104L);
        assertThat(service.counters()).containsEntry("quarantined", 1L);

        host.given("105.json", file(8, 100, ""));
        awaitCounter("position", 105);

        assertThat(open()).isEmpty();
        assertThat(service.counters()).containsEntry("quarantined", 0L).containsEntry("quarantined.BAD_FIELD", 0L);
        assertThat(service.deadLetters())
                .extracting(DeadLetter::position, DeadLetter::code)
                .containsExactlyInAnyOrder(
                        tuple("101", "BAD_FIELD"),
                        tuple("104", "BAD_FIELD"),
                        tuple("101", "RELEASED"),
                        tuple("104", "RELEASED"));
    }

    private void start(String recheckAfter) {
        service.start(
                "battlescope.feed", "r2z2",
                "battlescope.feed.r2z2-base-url", host.address().toString(),
                "battlescope.feed.start", "100",
                "battlescope.feed.max-rate", "2000",
                "battlescope.feed.after-miss", "20ms",
                "battlescope.feed.recheck-after", recheckAfter);
    }

    private void awaitCounter(String name, long value) {
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(service.counters()).containsEntry(name, value));
    }

    private List<Map<String, Object>> rechecks() {
        return service.jdbc().queryForList("select * from feed_recheck");
    }

    private List<Map<String, Object>> open() {
        return service.jdbc().queryForList("select position from quarantine where released_at is null");
    }

    private static String file(int id, int isk, String more) {
        return "{\"killmail_id\":" + id + ",\"esi\":" + killmail(id) + ",\"zkb\":{\"totalValue\":" + isk
                + "},\"uploaded_at\":1780000000" + more + "}";
    }
}
