package io.battlescope.ingestion;

import static io.battlescope.ingestion.IngestionUnderTest.killmail;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.feed.ReleaseQuarantine;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.IngestedKillmail;
import io.battlescope.api.killmail.Provenance;
import io.battlescope.api.topic.DeadLetter;
import io.battlescope.api.topic.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What enrichment has set aside is handed to it again, and its letters say so. */
class ResendingIT {

    private static final Instant THEN = Instant.parse("2026-03-22T07:00:00Z");

    private final IngestionUnderTest service = new IngestionUnderTest();

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("feed.jsonl"));
        service.start("battlescope.feed", "file:" + file);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void whatEnrichmentHasSetAsideIsPublishedAgainOnceAndItsLetterSaysSo() throws IOException {
        letter("5@1", "ENRICHMENT_FAILED", json(mail(1, "")));
        letter("5@2", "ENRICHMENT_FAILED", json(mail(2, "")));
        letter("5@2", "RELEASED", json(mail(2, "")));
        letter("5@3", "UNREADABLE", "{\"killmailId\":");
        IngestedKillmail large = mail(4, "x".repeat(70_000));
        String place = service.send(Topic.KILLMAIL_INGESTED, "30000142", large);
        letter(place, "TOO_LARGE", json(large));
        letter("5@999999", "TOO_LARGE", json(mail(5, "x".repeat(70_000))));
        service.send(Topic.KILLMAIL_INGESTED_DLT, "9", another("command-side", "killmail.enriched", "5@9"));

        ActOutcome outcome = service.ask(order("all", "enrichment", null, null));

        assertThat(outcome.figures()).isEqualTo(Map.of("looked", 4L, "released", 2L, "stillBroken", 1L, "cut", 1L));
        assertThat(service.published()).extracting(IngestedKillmail::killmailId).containsExactlyInAnyOrder(1L, 4L, 4L);
        assertThat(service.published().stream()
                        .filter(message -> message.killmailId() == 4)
                        .distinct())
                .containsExactly(large);
        assertThat(service.keys()).containsExactly("30000142");
        assertThat(service.deadLetters().stream()
                        .filter(letter -> String.valueOf(letter.detail()).contains("act all")))
                .allSatisfy(letter -> assertThat(letter.code()).isEqualTo("RELEASED"))
                .extracting(DeadLetter::position)
                .containsExactlyInAnyOrder("5@1", place);

        service.ask(order("all", "enrichment", null, null));
        assertThat(service.published())
                .as("an act that is asked for twice is done once")
                .hasSize(3);
    }

    @Test
    void oneOfThemCanBeMeantOrThoseOfAReasonAndIngestionsOwnAreLeftAlone() throws IOException {
        letter("5@12", "ENRICHMENT_FAILED", json(mail(1, "")));
        letter("5@120", "ENRICHMENT_FAILED", json(mail(2, "")));
        letter("4@12", "BAD_TIME", json(mail(3, "")));

        assertThat(service.ask(order("one", "killmail.ingested/5", 12L, null)).figures())
                .containsEntry("released", 1L);
        assertThat(service.ask(order("reason", "enrichment", null, "BAD_TIME")).figures())
                .containsEntry("released", 1L);
        assertThat(service.ask(order("ingestion", null, null, null)).code()).isEqualTo("QUARANTINE_EMPTY");
        assertThat(service.published()).extracting(IngestedKillmail::killmailId).containsExactlyInAnyOrder(1L, 3L);
    }

    private void letter(String position, String code, String payload) {
        service.send(
                Topic.KILLMAIL_INGESTED_DLT,
                position,
                new DeadLetter("enrichment", "killmail.ingested", position, 1L, code, "why", payload, THEN));
    }

    private static DeadLetter another(String stage, String source, String position) {
        return new DeadLetter(stage, source, position, 1L, "FAILED", "why", "{}", THEN);
    }

    private static IngestedKillmail mail(int id, String padding) throws IOException {
        return new IngestedKillmail(
                id,
                null,
                30000142,
                THEN,
                new Provenance("file", THEN, "km-" + id),
                MessageJson.mapper().readTree(killmail(id)),
                MessageJson.mapper().createObjectNode().put("padding", padding));
    }

    private static String json(IngestedKillmail message) throws JsonProcessingException {
        return MessageJson.mapper().writeValueAsString(message);
    }

    private static ReleaseQuarantine order(String actId, String source, Long position, String code) {
        return new ReleaseQuarantine(actId, "alice", "mended", THEN, source, position, code);
    }
}
