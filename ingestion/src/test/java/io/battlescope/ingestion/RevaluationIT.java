package io.battlescope.ingestion;

import static io.battlescope.ingestion.IngestionUnderTest.killmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.battlescope.api.killmail.IngestedKillmail;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A known killmail that comes with another value is sent again, and is no new killmail. */
class RevaluationIT {

    @TempDir
    private Path directory;

    private final IngestionUnderTest service = new IngestionUnderTest();
    private Path file;

    @BeforeEach
    void recording() {
        file = directory.resolve("feed.jsonl");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void anotherValueIsSentAndTheSameIsADuplicateAlsoAfterARestart() throws IOException {
        Files.write(file, List.of(worth("100"), worth("100.00"), worth("200.5"), killmail(8), worth("200.5")));
        start();
        service.awaitFinished(5);

        assertCounts(2, 1, 2);
        assertThat(values()).containsExactly("100", "200.5");
        service.close();

        start();
        service.awaitFinished(5);
        assertCounts(2, 1, 2);
        assertThat(service.published()).as("nothing is sent by a restart").hasSize(3);
        service.close();

        append(worth("200.5"), worth("200.5001"), worth("100"), worth("300"));
        start();
        service.awaitFinished(9);
        assertCounts(2, 3, 4);
        assertThat(values()).containsExactly("100", "200.5", "100", "300");
        assertThat(references()).isEqualTo(2);
        assertThat(remembered()).isEqualByComparingTo("300");
    }

    @Test
    void aKnownValueIsNeitherForgottenNorTakenFromAnotherMail() throws IOException {
        String hash = "0123456789abcdef0123456789abcdef0123456";
        Files.write(
                file,
                List.of(
                        with("\"killmail_hash\":\"" + hash + "7\",\"zkb\":{\"totalValue\":100}"),
                        killmail(7),
                        worth("0"),
                        worth("null"),
                        worth("-1"),
                        with("\"zkb\":{\"points\":3,\"npc\":true}"),
                        with("\"killmail_hash\":\"" + hash + "8\",\"zkb\":{\"totalValue\":200}")));
        start();
        service.awaitFinished(7);

        assertCounts(1, 0, 6);
        assertThat(values()).containsExactly("100");
    }

    @Test
    void aValueMakesUpForNoneIncludingThatOfAnOlderDatabase() throws IOException {
        Files.write(file, List.of(killmail(7), worth("100")));
        start();
        service.awaitFinished(2);
        assertCounts(1, 1, 0);
        assertThat(service.published()).hasSize(2);
        service.close();

        service.jdbc().execute("update killmail_reference set isk = null, revalued_at = null");
        append(killmail(7), worth("100"), worth("100"));
        start();
        service.awaitFinished(5);
        assertCounts(1, 2, 2);
        assertThat(service.published()).hasSize(3);
        assertThat(remembered()).isEqualByComparingTo("100");
    }

    @Test
    void aDeathBeforeTheBookingSendsItAgainAndCountsItOnce() throws IOException {
        Files.write(file, List.of(worth("100")));
        start();
        service.awaitFinished(1);
        service.close();
        append(worth("200"), worth("200"));
        service.refuseToBook();
        start();
        await().untilAsserted(
                        () -> assertThat(service.report().notes()).containsEntry("feedState", "waiting-for-database"));
        service.close();
        assertThat(values()).containsExactly("100", "200");

        service.bookAgain();
        start();
        service.awaitFinished(3);

        assertCounts(1, 1, 1);
        assertThat(values()).containsExactly("100", "200", "200");
        assertThat(references()).isEqualTo(1);
        assertThat(remembered()).isEqualByComparingTo("200");
    }

    @Test
    void whatIsReceivedLaterSaysSoEvenWhenTheClockWasSetBack() throws IOException {
        Files.write(file, List.of(worth("100")));
        start();
        service.awaitFinished(1);
        service.close();
        Instant ahead = Instant.parse("2126-01-01T00:00:00Z");
        service.jdbc().execute("update killmail_reference set received_at = '" + ahead + "'");

        append(worth("200"), worth("300"));
        start();
        service.awaitFinished(3);

        assertThat(service.published().stream().skip(1))
                .allSatisfy(
                        message -> assertThat(message.provenance().receivedAt()).isAfter(ahead));
        assertThat(values()).containsExactly("100", "200", "300");
    }

    @Test
    void otherLabelsAreSentAndTheSameInAnotherOrderAreADuplicate() throws IOException {
        Files.write(
                file,
                List.of(
                        with("'zkb':{'totalValue':100,'labels':['pvp','tz:eu']}"),
                        with("'zkb':{'totalValue':100,'labels':['tz:eu','pvp','pvp']}"),
                        worth("100"),
                        with("'zkb':{'labels':['pvp','tz:eu','ganked']}"),
                        with("'zkb':{'totalValue':100,'labels':[]}"),
                        with("'zkb':{'totalValue':100,'labels':'ganked'}"),
                        with("'zkb':{'totalValue':100,'labels':[null,{'a':['b']},'ganked','pvp','tz:eu']}")));
        start();
        service.awaitFinished(7);

        assertCounts(1, 1, 5);
        service.close();
        append(
                with("'zkb':{'totalValue':100,'labels':['ganked','pvp','tz:eu']}"),
                with("'zkb':{'totalValue':200,'labels':['ganked','pvp','tz:eu']}"),
                with("'zkb':{'totalValue':200,'labels':['pvp']}"));
        start();
        service.awaitFinished(10);

        assertCounts(1, 3, 6);
        assertThat(remembered()).as("a value is not forgotten for labels").isEqualByComparingTo("200");
        assertThat(service.published().stream()
                        .map(message -> message.zkb().get("labels").size()))
                .containsExactly(2, 3, 3, 1);
    }

    @Test
    void labelsOfAnOlderDatabaseAreMadeUpFor() throws IOException {
        Files.write(file, List.of(with("'zkb':{'totalValue':100,'labels':['pvp']}")));
        start();
        service.awaitFinished(1);
        service.close();

        service.jdbc().execute("update killmail_reference set labels = null");
        append(worth("100"), with("'zkb':{'totalValue':100,'labels':['pvp']}"));
        start();
        service.awaitFinished(3);

        assertCounts(1, 1, 1);
    }

    @Test
    void theLiveFeedRevaluesToo() throws IOException {
        Map<String, String> answers = Map.of(
                "/ephemeral/sequence.json", "{\"sequence\":100}",
                "/ephemeral/100.json", envelope("100"),
                "/ephemeral/101.json", envelope("100"),
                "/ephemeral/102.json", envelope("200"));
        HttpServer host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        host.createContext("/", exchange -> answer(exchange, answers));
        host.start();
        try {
            service.start(
                    "battlescope.feed",
                    "r2z2",
                    "battlescope.feed.start",
                    "pointer",
                    "battlescope.feed.r2z2-base-url",
                    "http://127.0.0.1:" + host.getAddress().getPort());
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(service.counters()).containsEntry("position", 102L));
        } finally {
            host.stop(0);
        }

        assertCounts(1, 1, 1);
        assertThat(values()).containsExactly("100", "200");
    }

    private void start() {
        service.start("battlescope.feed", "file:" + file);
    }

    private void append(String... lines) throws IOException {
        Files.write(file, List.of(lines), StandardOpenOption.APPEND);
    }

    private void assertCounts(long accepted, long revalued, long duplicates) {
        assertThat(service.counters())
                .containsEntry("accepted", accepted)
                .containsEntry("revalued", revalued)
                .containsEntry("duplicates", duplicates)
                .containsEntry("quarantined", 0L);
    }

    /** What was sent of killmail 7, in the order in which it counts; no two messages may have been received at once. */
    private List<String> values() {
        List<IngestedKillmail> messages = service.published().stream()
                .filter(message -> message.killmailId() == 7)
                .toList();
        assertThat(messages.stream().map(message -> message.provenance().receivedAt()))
                .isSorted()
                .doesNotHaveDuplicates();
        return messages.stream()
                .map(message -> message.zkb().get("totalValue").asText())
                .toList();
    }

    private long references() {
        return service.jdbc().queryForObject("select count(*) from killmail_reference", Long.class);
    }

    private BigDecimal remembered() {
        return service.jdbc()
                .queryForObject("select isk from killmail_reference where killmail_id = 7", BigDecimal.class);
    }

    private static String worth(String isk) {
        return with("\"zkb\":{\"totalValue\":" + isk + "}");
    }

    private static String with(String more) {
        return "{" + more.replace('\'', '"') + "," + killmail(7).substring(1);
    }

    private static String envelope(String isk) {
        return "{\"killmail_id\":7,\"esi\":" + killmail(7) + ",\"zkb\":{\"totalValue\":" + isk + "}}";
    }

    private static void answer(HttpExchange exchange, Map<String, String> answers) throws IOException {
        try (exchange) {
            String answer = answers.get(exchange.getRequestURI().getPath());
            byte[] body = answer == null ? new byte[0] : answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
