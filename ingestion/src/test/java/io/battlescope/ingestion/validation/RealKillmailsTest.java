package io.battlescope.ingestion.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.battlescope.api.json.MessageJson;
import io.battlescope.ingestion.validation.Validation.Accepted;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Real killmails, where the checkout has them beside it: every one of them is accepted, and passed on unchanged. */
class RealKillmailsTest {

    private static final Path DATA = Path.of("../../shared/data");
    private final KillmailValidator validator = new KillmailValidator(Clock.systemUTC());

    @Test
    void everyRecordedKillmailIsAcceptedUnchanged() throws IOException {
        int count = 0;
        for (String line : lines("killmails.jsonl.gz")) {
            Accepted accepted = accepted(line);
            if (count++ % 10 == 0) {
                ObjectNode expected = (ObjectNode) json(line);
                expected.remove(List.of("killmail_hash", "zkb", "_source"));
                assertThat(json(accepted.killmail())).isEqualTo(expected);
                assertThat(accepted.hash()).isNotNull();
            }
        }
        assertThat(count).isEqualTo(56_775);
    }

    @Test
    void everyRecordedEnvelopeIsAccepted() throws IOException {
        for (String line : lines("fixtures/r2z2.jsonl.gz")) {
            Accepted accepted = accepted(line);
            assertThat(json(accepted.killmail())).isEqualTo(json(line).get("esi"));
            assertThat(json(accepted.zkb())).isEqualTo(json(line).get("zkb"));
        }
    }

    private Accepted accepted(String line) {
        Validation validation = validator.validate(line.getBytes(StandardCharsets.UTF_8));
        assertThat(validation).isInstanceOf(Accepted.class);
        return (Accepted) validation;
    }

    private static Iterable<String> lines(String file) throws IOException {
        Path path = DATA.resolve(file);
        assumeTrue(
                Files.exists(path),
                "skipped: there is no " + path.toAbsolutePath().normalize());
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    private static JsonNode json(String text) throws IOException {
        return MessageJson.mapper().readTree(text);
    }
}
