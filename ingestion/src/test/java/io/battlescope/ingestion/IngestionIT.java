package io.battlescope.ingestion;

import static io.battlescope.ingestion.IngestionUnderTest.killmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.IngestedKillmail;
import io.battlescope.api.topic.DeadLetter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service on a real database and a real broker: what goes in comes out, once, and the rest is set aside. */
class IngestionIT {

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
    void whatGoesInComesOutOnceAcrossARestart() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int id = 1; id <= 1200; id++) {
            lines.add(killmail(id));
        }
        lines.add(5, "not json \0 with a NUL");
        lines.add(700, "");
        lines.add(701, "{\"killmail_id\":5000}");
        lines.add(702, killmail(3));
        lines.add(703, killmail(3));
        Files.write(file, lines);
        start();
        service.awaitFinished(lines.size());

        assertThat(service.report().counters())
                .containsEntry("accepted", 1200L)
                .containsEntry("duplicates", 2L)
                .containsEntry("quarantined", 2L)
                .containsEntry("quarantined.NOT_JSON", 1L)
                .containsEntry("quarantined.NO_TIME", 1L);
        service.close();

        Files.write(file, List.of(killmail(1201), killmail(1), "[]"), StandardOpenOption.APPEND);
        start();
        service.awaitFinished(lines.size() + 3);

        assertThat(service.report().counters())
                .containsEntry("accepted", 1201L)
                .containsEntry("duplicates", 3L)
                .containsEntry("quarantined", 3L)
                .containsEntry("quarantined.NOT_A_KILLMAIL", 1L);
        List<IngestedKillmail> published = service.published();
        assertThat(published)
                .extracting(IngestedKillmail::killmailId)
                .doesNotHaveDuplicates()
                .hasSize(1201);
        assertThat(service.jdbc().queryForObject("select count(*) from killmail_reference", Long.class))
                .isEqualTo(1201);
        assertThat(service.deadLetters())
                .extracting(DeadLetter::position)
                .containsExactlyInAnyOrder("6", "702", "1208");
        assertThat(service.deadLetters())
                .allSatisfy(letter -> assertThat(letter.source()).startsWith("file:" + file));
        assertThat(service.jdbc().queryForList("select position from quarantine order by position", Long.class))
                .containsExactly(6L, 702L, 1208L);
    }

    @Test
    void theMessageCarriesTheMailAsReceived() throws IOException {
        String line = killmail(77)
                .replace("{\"killmail_id\"", "{\"zkb\":{\"totalValue\":12.50},\"_source\":\"x\",\"killmail_id\"");
        Files.writeString(file, line + "\n");
        start();
        service.awaitFinished(1);

        IngestedKillmail message = service.published().getFirst();
        assertThat(message.systemId()).isEqualTo(30000142);
        assertThat(message.provenance().source()).isEqualTo("file");
        assertThat(message.provenance().correlationId()).isEqualTo("km-77");
        assertThat(message.zkb().get("totalValue").decimalValue()).isEqualByComparingTo("12.5");
        JsonNode expected = MessageJson.mapper().readTree(killmail(77));
        assertThat(message.killmail()).isEqualTo(expected);
        assertThat(service.keys()).containsExactly("30000142");
    }

    @Test
    void aDeathBetweenAcknowledgementAndBookingLosesAndCountsNothingTwice() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int id = 1; id <= 100; id++) {
            lines.add(id % 10 == 0 ? "broken " + id : killmail(id));
        }
        Files.write(file, lines);
        start(); // lays out the schema
        service.close();
        forget();
        service.refuseToBook();
        int before = service.published().size();
        start();
        await().untilAsserted(
                        () -> assertThat(service.report().notes()).containsEntry("feedState", "waiting-for-database"));
        assertThat(service.report().notes().get("error")).contains("refuse");
        service.close();
        assertThat(service.published()).hasSize(before + 90);

        service.bookAgain();
        start();
        service.awaitFinished(100);

        assertThat(service.report().counters())
                .containsEntry("accepted", 90L)
                .containsEntry("duplicates", 0L)
                .containsEntry("quarantined", 10L);
        assertThat(service.published().stream()
                        .map(IngestedKillmail::killmailId)
                        .distinct())
                .hasSize(90);
        assertThat(service.deadLetters().stream().map(DeadLetter::position).distinct())
                .hasSize(10);
    }

    @Test
    void aRecordingCanBePlayedAtARate() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int id = 1; id <= 300; id++) {
            lines.add(killmail(id));
        }
        Files.write(file, lines);
        long from = System.nanoTime();
        service.start("battlescope.feed", "file:" + file, "battlescope.feed.rate", "100");
        service.awaitFinished(300);

        // the start of the service counts too, so only the lower bound is told
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isGreaterThan(Duration.ofMillis(2900));
    }

    private void forget() {
        service.jdbc().execute("truncate killmail_reference, feed_cursor, quarantine");
    }

    private void start() {
        service.start("battlescope.feed", "file:" + file);
    }
}
