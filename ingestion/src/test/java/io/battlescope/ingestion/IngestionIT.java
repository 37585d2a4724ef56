package io.battlescope.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.IngestedKillmail;
import io.battlescope.api.topic.DeadLetter;
import io.battlescope.api.topic.Topic;
import io.battlescope.kit.status.ServiceReport;
import io.battlescope.kit.status.StatusSource;
import io.battlescope.testing.TestInfrastructure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The whole service on a real database and a real broker: what goes in comes out, once, and the rest is set aside. */
class IngestionIT {

    @TempDir
    private Path directory;

    private final TestInfrastructure infrastructure = TestInfrastructure.running();
    private final String database = infrastructure.newDatabase("ingestion");
    private final String prefix = infrastructure.newTopics();
    private final JdbcTemplate jdbc =
            new JdbcTemplate(new DriverManagerDataSource(database, infrastructure.databaseOwner(), ""));
    private Path file;
    private ConfigurableApplicationContext service;

    @BeforeEach
    void recording() {
        file = directory.resolve("feed.jsonl");
    }

    @AfterEach
    void stop() {
        if (service != null) {
            service.close();
        }
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
        awaitFinished(lines.size());

        assertThat(report().counters())
                .containsEntry("accepted", 1200L)
                .containsEntry("duplicates", 2L)
                .containsEntry("quarantined", 2L)
                .containsEntry("quarantined.NOT_JSON", 1L)
                .containsEntry("quarantined.NO_TIME", 1L);
        service.close();

        Files.write(file, List.of(killmail(1201), killmail(1), "[]"), StandardOpenOption.APPEND);
        start();
        awaitFinished(lines.size() + 3);

        assertThat(report().counters())
                .containsEntry("accepted", 1201L)
                .containsEntry("duplicates", 3L)
                .containsEntry("quarantined", 3L)
                .containsEntry("quarantined.NOT_A_KILLMAIL", 1L);
        List<IngestedKillmail> published = published();
        assertThat(published)
                .extracting(IngestedKillmail::killmailId)
                .doesNotHaveDuplicates()
                .hasSize(1201);
        assertThat(jdbc.queryForObject("select count(*) from killmail_reference", Long.class))
                .isEqualTo(1201);
        assertThat(deadLetters()).extracting(DeadLetter::position).containsExactlyInAnyOrder("6", "702", "1208");
        assertThat(deadLetters())
                .allSatisfy(letter -> assertThat(letter.source()).startsWith("file:" + file));
        assertThat(jdbc.queryForList("select position from quarantine order by position", Long.class))
                .containsExactly(6L, 702L, 1208L);
    }

    @Test
    void theMessageCarriesTheMailAsReceived() throws IOException {
        String line = killmail(77)
                .replace("{\"killmail_id\"", "{\"zkb\":{\"totalValue\":12.50},\"_source\":\"x\",\"killmail_id\"");
        Files.writeString(file, line + "\n");
        start();
        awaitFinished(1);

        IngestedKillmail message = published().getFirst();
        assertThat(message.systemId()).isEqualTo(30000142);
        assertThat(message.provenance().source()).isEqualTo("file");
        assertThat(message.provenance().correlationId()).isEqualTo("km-77");
        assertThat(message.zkb().get("totalValue").decimalValue()).isEqualByComparingTo("12.5");
        JsonNode expected = MessageJson.mapper().readTree(killmail(77));
        assertThat(message.killmail()).isEqualTo(expected);
        assertThat(Topics.keys(infrastructure.kafka(), prefix + Topic.KILLMAIL_INGESTED.topicName()))
                .containsExactly("30000142");
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
        jdbc.execute("""
                create function refuse() returns trigger language plpgsql as
                $$ begin raise exception 'the database refuses'; end $$
                """);
        jdbc.execute(
                "create trigger refuse before insert or update on feed_cursor for each row execute function refuse()");
        int before = published().size();
        start();
        await().untilAsserted(() -> assertThat(report().notes()).containsEntry("feedState", "waiting-for-database"));
        assertThat(report().notes().get("error")).contains("refuse");
        service.close();
        assertThat(published()).hasSize(before + 90);

        jdbc.execute("drop trigger refuse on feed_cursor");
        start();
        awaitFinished(100);

        assertThat(report().counters())
                .containsEntry("accepted", 90L)
                .containsEntry("duplicates", 0L)
                .containsEntry("quarantined", 10L);
        assertThat(published().stream().map(IngestedKillmail::killmailId).distinct())
                .hasSize(90);
        assertThat(deadLetters().stream().map(DeadLetter::position).distinct()).hasSize(10);
    }

    @Test
    void theDemoGivesABattleWithinSeconds() {
        start("battlescope.feed", "demo");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(published()).hasSizeGreaterThan(40));
        assertThat(report().notes()).containsEntry("feed", "demo").containsEntry("feedState", "running");
    }

    @Test
    void aRecordingCanBePlayedAtARate() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int id = 1; id <= 300; id++) {
            lines.add(killmail(id));
        }
        Files.write(file, lines);
        long from = System.nanoTime();
        start("battlescope.feed", "file:" + file, "battlescope.feed.rate", "100");
        awaitFinished(300);

        // the start of the service counts too, so only the lower bound is told
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isGreaterThan(Duration.ofMillis(2900));
    }

    private void forget() {
        jdbc.execute("truncate killmail_reference, feed_cursor, quarantine");
    }

    private void start() {
        start("battlescope.feed", "file:" + file);
    }

    private void start(String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.kafka.bootstrap-servers=" + infrastructure.kafka(),
                "--spring.data.redis.host=" + infrastructure.redisHost(),
                "--spring.data.redis.port=" + infrastructure.redisPort(),
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=" + infrastructure.databaseOwner(),
                "--battlescope.topics.prefix=" + prefix));
        for (int i = 0; i < settings.length; i += 2) {
            arguments.add("--" + settings[i] + "=" + settings[i + 1]);
        }
        service = new SpringApplicationBuilder(IngestionApplication.class).run(arguments.toArray(String[]::new));
    }

    private void awaitFinished(long position) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(report().notes()).containsEntry("feedState", "finished");
            assertThat(report().counters()).containsEntry("position", position);
        });
    }

    private ServiceReport report() {
        return service.getBean(StatusSource.class).report();
    }

    private List<IngestedKillmail> published() {
        return Topics.read(
                infrastructure.kafka(), prefix + Topic.KILLMAIL_INGESTED.topicName(), IngestedKillmail.class);
    }

    private List<DeadLetter> deadLetters() {
        return Topics.read(infrastructure.kafka(), prefix + Topic.KILLMAIL_INGESTED_DLT.topicName(), DeadLetter.class);
    }

    private static String killmail(int id) {
        return new String("""
                {"killmail_id":%d,"killmail_time":"2026-03-22T06:03:13Z","solar_system_id":30000142,\
                "victim":{"character_id":95,"damage_taken":10,"ship_type_id":587},\
                "attackers":[{"character_id":96,"damage_done":10,"final_blow":true,"security_status":-1.5}]}\
                """.formatted(id).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
