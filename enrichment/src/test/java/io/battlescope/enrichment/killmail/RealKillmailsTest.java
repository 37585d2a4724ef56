package io.battlescope.enrichment.killmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.killmail.IngestedKillmail;
import io.battlescope.api.killmail.KillmailValue;
import io.battlescope.api.killmail.Provenance;
import io.battlescope.api.universe.SpaceType;
import io.battlescope.api.universe.Universe;
import io.battlescope.enrichment.esi.AcceptedKillmail;
import io.battlescope.enrichment.value.PriceBook;
import io.battlescope.enrichment.value.PriceTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All of the recorded killmails, where they lie beside the project. */
class RealKillmailsTest {

    private static final Logger log = LoggerFactory.getLogger(RealKillmailsTest.class);
    private static final int ROUNDS = Integer.getInteger("battlescope.figures.rounds", 1);
    private static final Path RECORDING = Path.of("..", "..", "shared", "data", "killmails.jsonl.gz");
    private static final KillmailEnricher ENRICHER =
            new KillmailEnricher(Universe.load(), PriceBook.of(PriceTable.basePrices()));

    private static List<byte[]> messages = List.of();
    private static List<EnrichedKillmail> enriched = List.of();

    @BeforeAll
    static void enrichAll() throws IOException {
        assumeTrue(Files.exists(RECORDING), () -> "skipped: no recording at " + RECORDING);
        messages = messages();
        enriched = messages.stream()
                .map(message -> ENRICHER.enrich(AcceptedKillmail.read(message)))
                .toList();
    }

    @Test
    void none_is_refused() {
        assertThat(enriched).hasSize(56_775);
    }

    @Test
    void the_eligible_ones_are_those_with_an_attacking_party_outside_the_abyss() {
        long eligible = enriched.stream()
                .filter(mail -> mail.systemId() < 32_000_000 || mail.systemId() > 36_999_999)
                .filter(mail -> mail.attackers().stream().anyMatch(attacker -> attacker.party() != null))
                .count();

        assertThat(eligible).isEqualTo(46_499);
    }

    @Test
    void space_is_told_apart() {
        assertThat(count(SpaceType.ABYSSAL)).isEqualTo(3_310);
        assertThat(count(SpaceType.VOID)).isEqualTo(24);
        assertThat(count(SpaceType.POCHVEN)).isEqualTo(2_440 - killsInPochvensSystemsBeforePochven());
        assertThat(count(SpaceType.WORMHOLE)).isEqualTo(4_587);
        assertThat(count(SpaceType.THERA)).isEqualTo(63);
        assertThat(count(SpaceType.UNKNOWN)).isZero();
    }

    @Test
    void a_value_is_zkillboards_or_an_estimate_or_unknown_but_never_nothing() {
        assertThat(enriched.stream().filter(mail -> mail.value().source().equals(KillmailValue.ZKILLBOARD)))
                .hasSize(46);
        assertThat(enriched)
                .allSatisfy(mail -> assertThat(mail.value().isKnown())
                        .isEqualTo(!mail.value().source().equals("unknown")))
                .noneMatch(mail -> mail.value().isKnown() && mail.value().isk().signum() == 0);
    }

    /**
     * Prints how fast one core reads, classifies and writes; a figure to look at, not a limit, and only worth it with
     * {@code -Dbattlescope.figures.rounds=3 -Dtest.jit=}.
     */
    @Test
    void speed_of_one_core() throws IOException {
        ObjectWriter writer = MessageJson.mapper().writerFor(EnrichedKillmail.class);
        for (int round = 1; round <= ROUNDS; round++) {
            long bytes = 0;
            long start = System.nanoTime();
            for (byte[] message : messages) {
                bytes += writer.writeValueAsBytes(ENRICHER.enrich(AcceptedKillmail.read(message))).length;
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            log.info(
                    "one core reads, classifies and writes {} killmails/s, {} bytes each (round {})",
                    Math.round(messages.size() / seconds),
                    bytes / messages.size(),
                    round);
        }
        assertThat(messages).isNotEmpty();
    }

    private static long killsInPochvensSystemsBeforePochven() {
        List<EnrichedKillmail> before = enriched.stream()
                .filter(mail -> Objects.equals(mail.place().regionId(), 10_000_070))
                .filter(mail -> mail.occurredAt().isBefore(Instant.parse("2020-10-13T11:00:00Z")))
                .toList();
        assertThat(before).hasSize(34).allMatch(mail -> mail.place().spaceType() == SpaceType.KSPACE);
        return before.size();
    }

    private static long count(SpaceType space) {
        return enriched.stream()
                .filter(mail -> mail.place().spaceType() == space)
                .count();
    }

    private static List<byte[]> messages() throws IOException {
        ObjectMapper json = MessageJson.mapper();
        List<byte[]> messages = new ArrayList<>();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(RECORDING)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                messages.add(json.writeValueAsBytes(ingested(json.readTree(line))));
            }
        }
        return messages;
    }

    private static IngestedKillmail ingested(JsonNode mail) {
        return new IngestedKillmail(
                mail.path("killmail_id").longValue(),
                mail.path("killmail_hash").textValue(),
                mail.path("solar_system_id").intValue(),
                Instant.parse(mail.path("killmail_time").textValue()),
                new Provenance("file", Instant.parse("2026-11-23T12:00:00Z"), "recording"),
                mail,
                mail.get("zkb"));
    }
}
