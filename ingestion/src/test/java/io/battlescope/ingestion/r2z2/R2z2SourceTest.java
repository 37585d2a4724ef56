package io.battlescope.ingestion.r2z2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.battlescope.ingestion.feed.Batch;
import io.battlescope.ingestion.feed.Bookmark;
import io.battlescope.ingestion.feed.FeedException;
import io.battlescope.ingestion.feed.Position;
import io.battlescope.ingestion.feed.RawKillmail;
import io.battlescope.ingestion.validation.KillmailValidator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class R2z2SourceTest {

    private record Answer(int status, String body, Map<String, String> headers) {
        Answer(int status, String body) {
            this(status, body, Map.of());
        }
    }

    private static final Duration AFTER_MISS = Duration.ofMillis(80);
    private static final Duration SPACING = Duration.ofMillis(30);

    /** Answers by path, one after the other; the last one stays. */
    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Long> times = new CopyOnWriteArrayList<>();
    private final List<String> userAgents = new CopyOnWriteArrayList<>();
    private List<Bookmark> bookmarks = List.of();
    private HttpServer server;
    private R2z2Source source;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        source = source("head", Duration.ofSeconds(5));
    }

    @AfterEach
    void stop() {
        source.close();
        server.stop(0);
    }

    @Test
    void itBeginsAtThePointerAndFollowsTheSequence() throws Exception {
        given("sequence.json", new Answer(200, "{\"sequence\": 100}"));
        given("100.json", new Answer(200, "{\"killmail_id\":1}"));
        given("101.json", new Answer(200, "{\"killmail_id\":2}"));

        Batch first = source.next(500);
        Batch second = source.next(500);

        assertThat(first.before()).isEqualTo(Position.START);
        assertThat(first.payloads()).extracting(RawKillmail::number).containsExactly(100L);
        assertThat(second.before()).isEqualTo(first.after());
        assertThat(second.payloads()).extracting(RawKillmail::number).containsExactly(101L);
        assertThat(userAgents).containsOnly("BattleScope/test (somebody)");
    }

    @Test
    void theOtherSpellingOfThePointerIsUnderstood() throws Exception {
        given("sequence.json", new Answer(200, "{\"sequence_id\": 100}"));
        given("100.json", new Answer(200, "{}"));

        assertThat(source.next(500).payloads()).hasSize(1);
    }

    @Test
    void aMissIsWaitedForAndTheSameNumberAskedAgain() throws Exception {
        source = source("100", Duration.ofSeconds(5));
        given("100.json", new Answer(404, ""), new Answer(404, ""), new Answer(200, "{\"killmail_id\":1}"));

        assertThat(source.next(500).isNothing()).isTrue();
        assertThat(source.state().name()).isEqualTo("waiting");
        assertThat(source.next(500).isNothing()).isTrue();
        assertThat(source.next(500).payloads()).hasSize(1);

        assertThat(requests).containsExactly("100.json", "100.json", "100.json");
        assertThat(times.get(1) - times.get(0)).isGreaterThanOrEqualTo(AFTER_MISS.toNanos());
    }

    @Test
    void requestsKeepTheirDistance() throws Exception {
        source = source("100", Duration.ofSeconds(5));
        for (int n = 100; n < 105; n++) {
            given(n + ".json", new Answer(200, "{}"));
            source.next(500);
        }
        for (int i = 1; i < times.size(); i++) {
            // a little slack for the way through the server
            assertThat(times.get(i) - times.get(i - 1)).isGreaterThan(SPACING.toNanos() / 2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 520, 418})
    void aFailingServerIsAskedAgainForTheSameNumber(int status) throws Exception {
        source = source("100", Duration.ofSeconds(5));
        given("100.json", new Answer(status, "oops"), new Answer(200, "{}"));

        assertThatThrownBy(() -> source.next(500)).isInstanceOfSatisfying(FeedException.class, e -> {
            assertThat(e.state().name()).isEqualTo("unreachable");
            assertThat(e.retryIn()).isEmpty();
        });
        assertThat(source.next(500).payloads()).extracting(RawKillmail::number).containsExactly(100L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>down</html>", " \n<!DOCTYPE html>", "", "  "})
    void aWebPageOrNothingWithStatus200IsNoKillmail(String body) throws Exception {
        source = source("100", Duration.ofSeconds(5));
        given("100.json", new Answer(200, body), new Answer(200, "{}"));

        assertThatThrownBy(() -> source.next(500)).isInstanceOf(FeedException.class);
        assertThat(source.next(500).payloads()).hasSize(1);
    }

    @Test
    void tooManyRequestsAreAnsweredByStayingAwayForAsLongAsAsked() {
        source = source("100", Duration.ofSeconds(5));
        given("100.json", new Answer(429, "", Map.of("Retry-After", "17")));

        assertThatThrownBy(() -> source.next(500)).isInstanceOfSatisfying(FeedException.class, e -> {
            assertThat(e.state().name()).isEqualTo("throttled");
            assertThat(e.retryIn()).contains(Duration.ofSeconds(17));
        });
    }

    @Test
    void aBanIsWaitedOutAndSaidUntilWhen() {
        source = source("100", Duration.ofSeconds(5));
        given("100.json", new Answer(403, "no"));

        assertThatThrownBy(() -> source.next(500)).isInstanceOfSatisfying(FeedException.class, e -> {
            assertThat(e.state().name()).startsWith("banned-until ");
            assertThat(e.retryIn()).contains(Duration.ofHours(1));
        });
    }

    @Test
    void aServerThatDoesNotAnswerIsGivenUp() {
        source = source("100", Duration.ofMillis(200));
        given("100.json", new Answer(0, ""));

        assertThatThrownBy(() -> source.next(500))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("did not answer");
    }

    @Test
    void aRestartGoesOnBehindTheCursorWithoutAskingForThePointer() throws Exception {
        given("100.json", new Answer(200, "{}"));
        given("sequence.json", new Answer(200, "{\"sequence\": 100}"));
        given("101.json", new Answer(200, "{}"));
        Batch first = source.next(500);
        bookmarks = List.of(new Bookmark(first.feed(), first.after(), ""));
        source.close();
        requests.clear();

        source = source("head", Duration.ofSeconds(5));
        Batch second = source.next(500);

        assertThat(requests).containsExactly("101.json");
        assertThat(second.before()).isEqualTo(first.after());
    }

    @Test
    void aNumberThatThePointerHasLeftBehindIsSaid() throws Exception {
        source = source("100", Duration.ofSeconds(5));
        given("100.json", new Answer(404, ""));
        given("sequence.json", new Answer(200, "{\"sequence\": 5000}"));

        for (int i = 0; i < 10; i++) {
            source.next(500);
        }

        assertThat(source.state().name()).isEqualTo("stuck");
    }

    @Test
    void aBodyThatIsFarTooLargeIsCut() throws Exception {
        source = source("100", Duration.ofSeconds(5));
        given("100.json", new Answer(200, "x".repeat(KillmailValidator.MAX_BYTES + 5)));

        RawKillmail killmail = source.next(500).payloads().getFirst();

        assertThat(killmail.payload()).hasSize(RawKillmail.KEPT);
        assertThat(killmail.size()).isEqualTo(KillmailValidator.MAX_BYTES + 5);
    }

    private R2z2Source source(String start, Duration timeout) {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        R2z2Settings settings = new R2z2Settings(
                base, start, "BattleScope/test (somebody)", SPACING, AFTER_MISS, Duration.ofHours(1), timeout);
        return new R2z2Source(settings, _ -> bookmarks, Clock.systemUTC());
    }

    private void given(String file, Answer... inOrder) {
        answers.put(file, new ArrayDeque<>(List.of(inOrder)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String file = exchange.getRequestURI().getPath().replace("/ephemeral/", "");
        requests.add(file);
        times.add(System.nanoTime());
        userAgents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
        Deque<Answer> waiting = answers.getOrDefault(file, new ArrayDeque<>(List.of(new Answer(404, ""))));
        Answer answer = waiting.size() > 1 ? waiting.removeFirst() : waiting.getFirst();
        if (answer.status() == 0) {
            // never answers; stopping the server ends the exchange
            return;
        }
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
