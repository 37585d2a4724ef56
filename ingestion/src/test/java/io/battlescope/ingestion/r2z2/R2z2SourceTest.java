package io.battlescope.ingestion.r2z2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.battlescope.ingestion.feed.Batch;
import io.battlescope.ingestion.feed.Bookmark;
import io.battlescope.ingestion.feed.FeedException;
import io.battlescope.ingestion.feed.LostRange;
import io.battlescope.ingestion.feed.Position;
import io.battlescope.ingestion.feed.RawKillmail;
import io.battlescope.ingestion.feed.Recheck;
import io.battlescope.ingestion.feed.Recheck.Reason;
import io.battlescope.ingestion.feed.Rechecks;
import io.battlescope.ingestion.r2z2.LyingHost.Answer;
import io.battlescope.ingestion.validation.KillmailValidator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class R2z2SourceTest {

    private static final Duration AFTER_MISS = Duration.ofMillis(10);
    private static final Duration RECHECK_AFTER = Duration.ofSeconds(65);
    private static final long UPLOADED = 1_780_000_000;
    private static final String NO_FILE = "none";

    private Instant now = Instant.ofEpochSecond(UPLOADED);
    private List<Bookmark> bookmarks = List.of();
    private Optional<Rechecks.Waiting> waiting = Optional.empty();
    private LyingHost liar;
    private FeedHost host;
    private R2z2Source source;

    @BeforeEach
    void start() throws IOException {
        liar = new LyingHost();
        host = liar.client(Duration.ZERO, LyingHost.TIMEOUT, Clock.systemUTC());
        source = source("100");
    }

    @AfterEach
    void stop() {
        source.close();
        host.close();
        liar.close();
    }

    @ParameterizedTest
    @CsvSource({"pointer, 100", "head, 101", "99, 99"})
    void theStartSaysWhereToBegin(String start, long first) throws Exception {
        pointer(100);
        files(90, 110);
        source = source(start);

        Batch batch = source.next(3);

        assertThat(batch.before()).isEqualTo(Position.START);
        assertThat(batch.payloads().getFirst().number()).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"sequence\": 100}; 100",
                "{\"sequence_id\": 100}; 100",
                "{\"sequence_id\": 7, \"sequence\": 100}; 100",
                "{\"sequence\": null, \"sequence_id\": 100}; 100"
            })
    void bothSpellingsOfThePointerAreUnderstood(String pointer, long first) throws Exception {
        liar.given("sequence.json", pointer);
        files(100, 100);
        source = source("pointer");

        assertThat(source.next(500).payloads()).extracting(RawKillmail::number).containsExactly(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"sequence\":\"x\"}", "{\"sequence\":0}", "{\"seq", "<html>", NO_FILE})
    void aPointerThatNamesNothingIsAskedForAgain(String body) throws Exception {
        Answer broken = body.equals(NO_FILE) ? new Answer(404, "") : new Answer(200, body);
        liar.given("sequence.json", broken, new Answer(200, "{\"sequence\":100}"));
        files(100, 100);
        source = source("pointer");

        assertThatThrownBy(() -> source.next(500)).isInstanceOf(FeedException.class);
        assertThat(source.next(500).payloads()).hasSize(1);
    }

    @Test
    void filesThatAreThereAreReadTogetherUpToTheFirstThatIsNot() throws Exception {
        files(100, 119);

        Batch first = source.next(8);
        Batch second = source.next(500);

        assertThat(numbers(first)).containsExactly(100L, 101L, 102L, 103L, 104L, 105L, 106L);
        assertThat(first.after()).isEqualTo(new Position(106, UPLOADED + 106));
        assertThat(second.before()).isEqualTo(first.after());
        assertThat(numbers(second)).hasSize(13).endsWith(119L);
        assertThat(liar.paths()).doesNotHaveDuplicates().endsWith("119.json", "120.json");
        assertThat(source.state().name()).isEqualTo("running");
    }

    @Test
    void aMissIsWaitedForAndTheSameNumberAskedAgain() throws Exception {
        Duration wait = Duration.ofMillis(80);
        source = source("100", wait);
        liar.given("100.json", new Answer(404, ""), new Answer(404, ""), new Answer(200, file(100, "")));

        assertThat(source.next(2).isNothing()).isTrue();
        assertThat(source.state().name()).isEqualTo("waiting");
        assertThat(source.next(2).isNothing()).isTrue();
        assertThat(source.next(2).payloads()).hasSize(1);

        assertThat(liar.paths()).containsExactly("100.json", "100.json", "100.json");
        assertThat(liar.requests().get(1).nanos() - liar.requests().get(0).nanos())
                .isGreaterThanOrEqualTo(wait.toNanos());
        assertThat(source.counters()).containsEntry("misses", 2L).containsEntry("sequence", 101L);
    }

    @ParameterizedTest
    @ValueSource(longs = {99, 50, 1})
    void aPointerThatStandsBeforeUsIsNoErrorHoweverLongNothingComes(long pointer) throws Exception {
        pointer(pointer);

        for (int i = 0; i < 40; i++) {
            assertThat(source.next(500).isNothing()).isTrue();
        }

        assertThat(source.state().name()).isEqualTo("waiting");
        files(100, 100);
        assertThat(numbers(source.next(2))).containsExactly(100L);
    }

    @Test
    void aPointerThatCannotBeReadDoesNotStopTheFeed() throws Exception {
        liar.given("sequence.json", "<html>");
        source.next(500);
        source.next(500);
        assertThatThrownBy(() -> source.next(500)).isInstanceOf(FeedException.class);
        files(100, 100);

        assertThat(numbers(source.next(2))).containsExactly(100L);
    }

    @Test
    void whatHasExpiredIsOneGapFoundAfterThreeTries() throws Exception {
        bookmarks = List.of(new Bookmark(feed(), new Position(99, UPLOADED), ""));
        pointer(90_000);
        files(74_321, 74_400);
        existing(74_401, 90_000);

        Batch gap = untilSomething();

        assertThat(gap.lost())
                .isEqualTo(new LostRange(
                        100, 74_320, Instant.ofEpochSecond(UPLOADED), Instant.ofEpochSecond(UPLOADED + 74_321)));
        assertThat(gap.payloads()).isEmpty();
        assertThat(gap.before()).isEqualTo(new Position(99, UPLOADED));
        assertThat(gap.after()).isEqualTo(new Position(74_320, UPLOADED));
        assertThat(liar.paths()).filteredOn("100.json"::equals).hasSize(3);
        assertThat(liar.requests()).as("no waiting for each number").hasSizeLessThan(25);
        assertThat(numbers(source.next(3))).containsExactly(74_321L, 74_322L);
        assertThat(source.counters()).containsEntry("gapsFound", 1L).containsEntry("pointer", 90_000L);
    }

    @Test
    void aSingleHoleIsGivenTimeSinceAnEdgeMayKeepAnOldAnswer() throws Exception {
        pointer(120);
        files(101, 130);

        for (int i = 0; i < 14; i++) {
            assertThat(source.next(500).isNothing()).isTrue();
        }
        assertThat(source.state().name()).isEqualTo("stuck");
        Batch gap = source.next(500);

        assertThat(gap.lost()).isEqualTo(new LostRange(100, 100, null, Instant.ofEpochSecond(UPLOADED + 101)));
        assertThat(numbers(source.next(2))).containsExactly(101L);
    }

    @Test
    void aFileThatAnEdgeHadForgottenIsReadAsSoonAsItIsThere() throws Exception {
        pointer(120);
        files(101, 130);
        for (int i = 0; i < 10; i++) {
            source.next(500);
        }
        files(100, 100);

        assertThat(numbers(source.next(3))).containsExactly(100L, 101L);
        assertThat(source.counters()).containsEntry("gapsFound", 0L);
    }

    @Test
    void whenEverythingHasExpiredTheGapReachesToThePointer() throws Exception {
        pointer(5_000);

        Batch gap = untilSomething();

        assertThat(gap.lost()).isEqualTo(new LostRange(100, 5_000, null, null));
        assertThat(gap.after().number()).isEqualTo(5_000);
        files(5_001, 5_001);
        assertThat(numbers(source.next(2))).containsExactly(5_001L);
    }

    @Test
    void aRewrittenFileIsReadAgainWithTheFileThatSaysSo() throws Exception {
        liar.given("100.json", file(100, ",\"sequence_updated\":42"));
        liar.given("101.json", file(101, ",\"sequence_updated\":43"));
        liar.given("42.json", file(42, ",\"rewritten\":true"));
        liar.given("43.json", file(43, ""));

        Batch batch = source.next(500);

        assertThat(numbers(batch)).containsExactly(100L, 42L, 101L, 43L);
        assertThat(text(batch.payloads().get(1))).contains("rewritten");
        assertThat(batch.after()).isEqualTo(new Position(101, UPLOADED + 101));
        assertThat(source.counters()).containsEntry("rewritten", 2L);
        assertThat(batch.later())
                .as("an edge may have given the former content")
                .extracting(Recheck::number, Recheck::reason, Recheck::due)
                .containsExactly(
                        tuple(42L, Reason.REWRITTEN, now.plus(RECHECK_AFTER)),
                        tuple(43L, Reason.REWRITTEN, now.plus(RECHECK_AFTER)));
    }

    @Test
    void theFileThatNamesARewrittenOneWaitsUntilThatIsRead() throws Exception {
        files(100, 100);
        liar.given("101.json", file(101, ",\"sequence_updated\":42"));
        liar.given("42.json", new Answer(503, ""), new Answer(503, ""), new Answer(200, file(42, "")));

        assertThat(source.next(500).after().number()).isEqualTo(100);
        assertThatThrownBy(() -> source.next(500)).isInstanceOf(FeedException.class);
        assertThatThrownBy(() -> source.next(500)).isInstanceOf(FeedException.class);

        assertThat(numbers(source.next(500))).containsExactly(101L, 42L);
    }

    @Test
    void aRewrittenFileThatHasExpiredIsCountedAndPassed() throws Exception {
        liar.given("100.json", file(100, ",\"sequence_updated\":42"));
        files(101, 101);

        assertThat(numbers(source.next(500))).containsExactly(100L, 101L);
        assertThat(source.counters()).containsEntry("rewrittenGone", 1L);
    }

    @Test
    void aFileThatWasRewrittenWhileItWasCaughtUpWithBeginsABatchOfItsOwn() throws Exception {
        files(100, 100);
        liar.given("101.json", file(101, ",\"sequence_updated\":100"));

        assertThat(numbers(source.next(500))).containsExactly(100L);
        assertThat(numbers(source.next(500))).containsExactly(101L, 100L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"42\"", "-1", "100", "5000", "99999999999999999999", "{\"a\":[1]}"})
    void nonsenseInThePlaceOfARewrittenNumberIsIgnored(String number) throws Exception {
        liar.given("100.json", file(100, ",\"sequence_updated\":" + number));

        assertThat(numbers(source.next(500))).containsExactly(100L);
        assertThat(liar.paths()).containsExactly("100.json", "101.json");
    }

    @Test
    void aFileThatIsCutOffIsAskedForAgainBeforeItIsTakenAsItIs() throws Exception {
        files(100, 100);
        liar.given("101.json", "{\"killmail_id\":1,\"esi\":{");
        files(102, 102);

        assertThat(numbers(source.next(500))).containsExactly(100L);
        assertThatThrownBy(() -> source.next(500))
                .isInstanceOfSatisfying(
                        FeedException.class, e -> assertThat(e.retryIn()).contains(AFTER_MISS));
        List<Long> read = new ArrayList<>();
        while (!read.contains(102L)) {
            try {
                read.addAll(numbers(source.next(500)));
            } catch (FeedException e) {
                assertThat(e.state().name()).isEqualTo("damaged");
            }
        }
        assertThat(read).containsExactly(101L, 102L);
        assertThat(liar.paths()).filteredOn("101.json"::equals).hasSizeBetween(3, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"killmail_id\":1,\"esi\":{", "{} {}", "[1", "{\"a\":\"\0\"}"})
    void whatStaysDamagedIsAskedForAgainAfterTheEdgesHaveForgotten(String damaged) throws Exception {
        liar.given("100.json", damaged);

        Batch batch = untilTaken();

        assertThat(numbers(batch)).containsExactly(100L);
        assertThat(batch.later()).containsExactly(new Recheck(100, Reason.DAMAGED, 0, now, now.plus(RECHECK_AFTER)));
        assertThat(batch.asked()).isNull();
    }

    @Test
    void theNextDamagedFileHasTriesOfItsOwn() throws Exception {
        liar.given("100.json", "{");
        liar.given("101.json", "{");

        assertThat(numbers(untilTaken())).containsExactly(100L);
        assertThat(numbers(untilTaken())).containsExactly(101L);
        assertThat(liar.paths()).filteredOn("101.json"::equals).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void textThatIsBrokenIsDamageToo() {
        byte[] bytes = "{'a':'é'}".replace('\'', '"').getBytes(StandardCharsets.ISO_8859_1);

        assertThat(KillmailFile.read(1, new CappedBody.Answer(bytes, bytes.length))
                        .isWhole())
                .isFalse();
    }

    @Test
    void aFileThatIsWholeByNowIsGivenBesideTheNewOnes() throws Exception {
        Recheck recheck = new Recheck(42, Reason.DAMAGED, 0, now, now.plus(RECHECK_AFTER));
        waiting = Optional.of(new Rechecks.Waiting(1, recheck));
        liar.given("42.json", file(42, ",\"sequence_updated\":7"));
        files(100, 101);
        assertThat(numbers(source.next(500))).containsExactly(100L, 101L);
        assertThat(source.next(500).asked()).as("not due yet").isNull();
        now = recheck.due();

        Batch batch = source.next(500);

        assertThat(numbers(batch)).containsExactly(42L);
        assertThat(batch.asked()).isEqualTo(recheck);
        assertThat(batch.before()).isEqualTo(batch.after()).isEqualTo(new Position(101, UPLOADED + 101));
        assertThat(batch.later()).containsExactly(new Recheck(7, Reason.REWRITTEN, 0, now, now.plus(RECHECK_AFTER)));
        assertThat(source.counters())
                .containsEntry("rechecks", 1L)
                .containsEntry("rechecked", 1L)
                .containsEntry("mended", 1L)
                .containsEntry("sequence", 102L);
        assertThat(source.next(500).asked()).as("new ones have their turn").isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404, 500})
    void whatIsNotWholeYetIsAskedForLessAndLessOftenUntilItHasExpired(int status) throws Exception {
        liar.given("42.json", new Answer(status, status == 200 ? "{\"cut" : ""));
        pointer(50);
        Recheck recheck = new Recheck(42, Reason.DAMAGED, 0, now, now.plus(RECHECK_AFTER));
        List<Duration> waits = new ArrayList<>();
        List<Recheck> later = List.of(recheck);
        while (!later.isEmpty()) {
            waiting = Optional.of(new Rechecks.Waiting(1, later.getFirst()));
            waits.add(Duration.between(now, later.getFirst().due()));
            now = later.getFirst().due();
            source.next(500);
            Batch batch = source.next(500);
            assertThat(batch.payloads()).isEmpty();
            assertThat(batch.isNothing()).as("it is to be booked").isFalse();
            later = batch.later();
        }
        assertThat(waits)
                .startsWith(Duration.ofSeconds(65), Duration.ofSeconds(130), Duration.ofSeconds(260))
                .endsWith(Duration.ofHours(4))
                .hasSizeBetween(10, 15);
        assertThat(now).isBefore(recheck.since().plus(Duration.ofDays(1)));
    }

    @Test
    void whileTheHostIsInTroubleNothingIsAskedForAgain() throws Exception {
        files(100, 100);
        source.next(2);
        waiting = Optional.of(new Rechecks.Waiting(1, new Recheck(42, Reason.DAMAGED, 0, now, now)));
        liar.given("101.json", new Answer(503, ""));
        liar.given("42.json", file(42, ""));
        assertThat(source.next(2).asked()).isNotNull();

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> source.next(2)).isInstanceOf(FeedException.class);
        }

        assertThat(liar.paths()).filteredOn("42.json"::equals).hasSize(1);
    }

    @Test
    void anAnswerThatIsNoneIsAskedForAgain() throws Exception {
        liar.given(
                "100.json",
                new Answer(500, "oops"),
                new Answer(200, "<html>"),
                Answer.cutOff("{\"killmail_id\""),
                new Answer(200, file(100, "")));

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> source.next(500)).isInstanceOf(FeedException.class);
        }
        assertThat(numbers(source.next(2))).containsExactly(100L);
    }

    @Test
    void aRestartGoesOnBehindTheCursorWithoutAskingForThePointer() throws Exception {
        files(101, 101);
        bookmarks = List.of(new Bookmark(feed(), new Position(100, UPLOADED), ""));
        source = source("head");

        Batch batch = source.next(2);

        assertThat(liar.paths()).containsExactly("101.json");
        assertThat(batch.before()).isEqualTo(new Position(100, UPLOADED));
    }

    @Test
    void aRewindForgetsWhatWasReadButNotBooked() throws Exception {
        files(100, 105);
        assertThat(numbers(source.next(3))).containsExactly(100L, 101L);

        source.rewind();

        assertThat(numbers(source.next(3))).containsExactly(100L, 101L);
    }

    @Test
    void aBodyThatIsFarTooLargeIsCut() throws Exception {
        liar.given("100.json", "x".repeat(KillmailValidator.MAX_BYTES + 5));

        RawKillmail killmail = source.next(500).payloads().getFirst();

        assertThat(killmail.payload()).hasSize(RawKillmail.KEPT);
        assertThat(killmail.size()).isEqualTo(KillmailValidator.MAX_BYTES + 5);
    }

    private Batch untilTaken() throws InterruptedException {
        while (true) {
            try {
                return source.next(500);
            } catch (FeedException e) {
                assertThat(e.state().name()).isEqualTo("damaged");
            }
        }
    }

    private Batch untilSomething() throws FeedException, InterruptedException {
        Batch batch = source.next(500);
        while (batch.isNothing()) {
            batch = source.next(500);
        }
        return batch;
    }

    private R2z2Source source(String start) {
        return source(start, AFTER_MISS);
    }

    private R2z2Source source(String start, Duration afterMiss) {
        return new R2z2Source(
                new R2z2Settings(start, afterMiss, RECHECK_AFTER), host, _ -> bookmarks, _ -> waiting, () -> now);
    }

    private String feed() {
        return "r2z2:" + liar.address();
    }

    private void pointer(long number) {
        liar.given("sequence.json", "{\"sequence\":" + number + "}");
    }

    private void files(long first, long last) {
        for (long number = first; number <= last; number++) {
            liar.given(number + ".json", file(number, ""));
        }
    }

    private void existing(long first, long last) {
        Answer file = new Answer(200, file(first, ""));
        for (long number = first; number <= last; number++) {
            liar.given(number + ".json", file);
        }
    }

    private static String file(long number, String more) {
        return "{\"killmail_id\":" + number + ",\"esi\":{\"uploaded_at\":5,\"sequence_updated\":7},\"uploaded_at\":"
                + (UPLOADED + number) + ",\"sequence_id\":" + number + more + "}";
    }

    private static List<Long> numbers(Batch batch) {
        return batch.payloads().stream().map(RawKillmail::number).toList();
    }

    private static String text(RawKillmail killmail) {
        return new String(killmail.payload(), StandardCharsets.UTF_8);
    }
}
