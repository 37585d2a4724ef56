package io.battlescope.ingestion.r2z2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.battlescope.ingestion.feed.FeedException;
import io.battlescope.ingestion.r2z2.LyingHost.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedHostTest {

    private static final Instant NOW = Instant.parse("2026-08-01T12:00:00.5Z");

    private LyingHost liar;
    private FeedHost host;

    @BeforeEach
    void start() throws IOException {
        liar = new LyingHost();
        host = liar.client();
    }

    @AfterEach
    void stop() {
        host.close();
        liar.close();
    }

    @Test
    void everyRequestNamesUsAndWantsNoCachedAnswer() throws Exception {
        liar.given("1.json", "{}");
        liar.given("history/raw/20260801.json", "{}");

        host.get("ephemeral/1.json", Priority.LIVE);
        host.stream("history/raw/20260801.json", Priority.BACKGROUND)
                .orElseThrow()
                .close();

        assertThat(liar.requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.headers())
                        .containsEntry("User-agent", List.of("BattleScope/test (somebody)"))
                        .containsEntry("Cache-control", List.of("no-cache")));
    }

    @Test
    void whatIsNotThereIsNoTrouble() throws Exception {
        assertThat(host.get("1.json", Priority.LIVE)).isEmpty();
        assertThat(host.stream("2.json", Priority.BACKGROUND)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 520, 418})
    void aFailingServerIsAReasonToAskAgainSoon(int status) {
        liar.given("1.json", new Answer(status, "oops"));

        assertThatThrownBy(() -> host.get("1.json", Priority.LIVE)).isInstanceOfSatisfying(FeedException.class, e -> {
            assertThat(e.state().name()).isEqualTo("unreachable");
            assertThat(e.retryIn()).isEmpty();
        });
        assertThatThrownBy(() -> host.stream("1.json", Priority.BACKGROUND)).isInstanceOf(FeedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>down</html>", " \n<!DOCTYPE html>", "", "  "})
    void aWebPageOrNothingWithStatus200IsNoAnswer(String body) {
        liar.given("1.json", body);

        assertThatThrownBy(() -> host.get("1.json", Priority.LIVE)).isInstanceOf(FeedException.class);
        assertThatThrownBy(() -> host.stream("1.json", Priority.BACKGROUND)).isInstanceOf(FeedException.class);
    }

    @Test
    void tooManyRequestsKeepEverybodyAwayForAsLongAsAsked() {
        host = liar.client(Duration.ZERO, LyingHost.TIMEOUT, Clock.fixed(NOW, ZoneOffset.UTC));
        liar.given("1.json", new Answer(429, "", Map.of("Retry-After", "17")));

        assertAway("throttled", Duration.ofSeconds(17), () -> host.get("1.json", Priority.BACKGROUND));
        assertAway("throttled", Duration.ofSeconds(17), () -> host.get("2.json", Priority.LIVE));
        assertThat(liar.paths()).containsExactly("1.json");
    }

    @Test
    void tooManyRequestsWithoutATimeKeepEverybodyAwayToo() {
        host = liar.client(Duration.ZERO, LyingHost.TIMEOUT, Clock.fixed(NOW, ZoneOffset.UTC));
        liar.given("1.json", new Answer(429, ""));

        assertAway("throttled", Duration.ofSeconds(10), () -> host.get("1.json", Priority.LIVE));
    }

    @Test
    void aBanKeepsEverybodyAwayForAnHourAlsoAfterARestart() throws Exception {
        host = liar.client(Duration.ZERO, LyingHost.TIMEOUT, Clock.fixed(NOW, ZoneOffset.UTC));
        liar.given("raw.json", new Answer(403, "no"));
        liar.given("1.json", "{}");
        String state = "banned-until 2026-08-01T13:00:01Z";
        Duration away = Duration.ofMillis(3_600_500);

        assertAway(state, away, () -> host.stream("raw.json", Priority.BACKGROUND));
        assertAway(state, away, () -> host.get("1.json", Priority.LIVE));
        assertThat(host.bannedUntil()).isEqualTo("2026-08-01T13:00:01Z");
        FeedHost restarted =
                liar.client(Duration.ZERO, LyingHost.TIMEOUT, Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC));
        assertAway(state, away.minusSeconds(60), () -> restarted.get("1.json", Priority.LIVE));
        assertThat(liar.paths()).containsExactly("raw.json");

        FeedHost anHourLater =
                liar.client(Duration.ZERO, LyingHost.TIMEOUT, Clock.fixed(NOW.plusSeconds(3601), ZoneOffset.UTC));
        assertThat(anHourLater.get("1.json", Priority.LIVE)).isPresent();
    }

    @Test
    void withoutTheLeaseNobodyAsks() {
        liar.leaseHeld.set(false);

        assertThatThrownBy(() -> host.get("1.json", Priority.LIVE))
                .isInstanceOfSatisfying(
                        FeedException.class, e -> assertThat(e.state().name()).isEqualTo("standby"));
        assertThat(liar.requests()).isEmpty();
    }

    @Test
    void aServerThatDoesNotAnswerIsGivenUp() {
        host = liar.client(Duration.ZERO, Duration.ofMillis(200), Clock.systemUTC());
        liar.given("1.json", new Answer(0, ""));

        assertThatThrownBy(() -> host.get("1.json", Priority.LIVE)).hasMessageContaining("did not answer");
        assertThatThrownBy(() -> host.stream("1.json", Priority.LIVE)).hasMessageContaining("did not answer");
    }

    @Test
    void aBodyThatStallsOrBreaksOffIsGivenUp() {
        host = liar.client(Duration.ZERO, Duration.ofMillis(200), Clock.systemUTC());
        liar.given("stalls.json", Answer.stalling("{\"1\":"));
        liar.given("breaks.json", Answer.cutOff("{\"1\":"));

        assertThatThrownBy(() -> host.get("stalls.json", Priority.LIVE)).isInstanceOf(FeedException.class);
        assertThatThrownBy(() -> host.get("breaks.json", Priority.LIVE)).isInstanceOf(FeedException.class);
        assertThatThrownBy(() ->
                        host.stream("stalls.json", Priority.LIVE).orElseThrow().readAllBytes())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("stalled");
        assertThatThrownBy(() ->
                        host.stream("breaks.json", Priority.LIVE).orElseThrow().readAllBytes())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("broke off");
    }

    @Test
    void aLargeFileIsReadAsItComes() throws Exception {
        String large = "{\"a\":\"" + "x".repeat(3_000_000) + "\"}";
        liar.given("raw.json", "\n " + large);

        try (InputStream body = host.stream("raw.json", Priority.BACKGROUND).orElseThrow()) {
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(large);
            assertThat(body.read()).isEqualTo(-1);
        }
    }

    @Test
    void requestsKeepTheirDistanceWhoeverAsks() throws Exception {
        Duration spacing = Duration.ofMillis(30);
        host = liar.client(spacing, LyingHost.TIMEOUT, Clock.systemUTC());
        long from = System.nanoTime();
        Thread background = ask(Priority.BACKGROUND, 2);
        Thread live = ask(Priority.LIVE, 5);
        live.join();
        background.join();

        assertThat(liar.requests()).hasSize(7);
        assertThat(System.nanoTime() - from)
                .isGreaterThanOrEqualTo(spacing.multipliedBy(6).toNanos());
    }

    @Test
    void historyGetsNoMoreThanAFifthOfTheTurns() throws Exception {
        Duration spacing = Duration.ofMillis(10);
        Turns turns = new Turns(spacing);
        long from = System.nanoTime();

        for (int i = 0; i < 4; i++) {
            turns.await(Priority.BACKGROUND);
        }

        assertThat(System.nanoTime() - from)
                .isGreaterThanOrEqualTo(spacing.multipliedBy(3 * 5).toNanos());
    }

    @Test
    void historyLetsTheFeedGoFirst() throws Exception {
        Turns turns = new Turns(Duration.ofSeconds(1));
        List<Priority> order = new CopyOnWriteArrayList<>();
        turns.await(Priority.LIVE);
        List<Thread> threads = Stream.of(Priority.BACKGROUND, Priority.LIVE)
                .map(priority -> Thread.ofVirtual().start(() -> {
                    try {
                        turns.await(priority);
                        order.add(priority);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(order).containsExactly(Priority.LIVE, Priority.BACKGROUND);
    }

    @Test
    void aConnectionThatIsRefusedIsAReasonToAskAgain() {
        liar.close();

        assertThatThrownBy(() -> host.get("1.json", Priority.LIVE)).hasMessageContaining("cannot be reached");
    }

    private Thread ask(Priority priority, int times) {
        return Thread.ofVirtual().start(() -> {
            for (int i = 0; i < times; i++) {
                try {
                    host.get("1.json", priority);
                } catch (FeedException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
    }

    private static void assertAway(String state, Duration time, ThrowingCallable asking) {
        assertThatThrownBy(asking).isInstanceOfSatisfying(FeedException.class, e -> {
            assertThat(e.state().name()).isEqualTo(state);
            assertThat(e.retryIn()).contains(time);
        });
    }
}
