package io.battlescope.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.zaxxer.hikari.HikariDataSource;
import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.feed.FeedFact;
import io.battlescope.api.feed.FeedOrder;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.killmail.IngestedKillmail;
import io.battlescope.api.topic.DeadLetter;
import io.battlescope.api.topic.Topic;
import io.battlescope.kit.status.ServiceReport;
import io.battlescope.kit.status.StatusSource;
import io.battlescope.testing.TestInfrastructure;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The service with a database and topics of its own, which outlive its restarts. */
final class IngestionUnderTest implements AutoCloseable {

    private static final String COMPARED_DAYS = "battlescope.completeness.days";

    private final TestInfrastructure infrastructure = TestInfrastructure.running();
    private final String database;
    private final String prefix;
    private final JdbcTemplate jdbc;
    private final ApplicationContextInitializer<GenericApplicationContext> stubs;
    private ConfigurableApplicationContext service;

    IngestionUnderTest() {
        this(_ -> {});
    }

    /** With beans of the test's own. */
    IngestionUnderTest(ApplicationContextInitializer<GenericApplicationContext> stubs) {
        this(
                TestInfrastructure.running().newDatabase("ingestion"),
                TestInfrastructure.running().newTopics(),
                stubs);
    }

    private IngestionUnderTest(
            String database, String prefix, ApplicationContextInitializer<GenericApplicationContext> stubs) {
        this.database = database;
        this.prefix = prefix;
        this.jdbc = new JdbcTemplate(new DriverManagerDataSource(database, infrastructure.databaseOwner(), ""));
        this.stubs = stubs;
    }

    /** Another instance of the same service. */
    IngestionUnderTest beside() {
        return new IngestionUnderTest(database, prefix, stubs);
    }

    void start(String... settings) {
        service = new SpringApplicationBuilder(IngestionApplication.class)
                .initializers(stubs)
                .run(arguments(settings).toArray(String[]::new));
    }

    /** The same in a process of its own, which can be stopped and killed. */
    Process startProcess(File log, String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                IngestionApplication.class.getName()));
        command.addAll(arguments(settings));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
    }

    private List<String> arguments(String... settings) {
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
        if (!List.of(settings).contains(COMPARED_DAYS)) {
            // history is asked by the tests of history alone
            arguments.add("--" + COMPARED_DAYS + "=0");
        }
        return arguments;
    }

    @Override
    public void close() {
        if (service != null) {
            service.close();
        }
    }

    /** From here on this instance has no database, while others have. */
    void loseDatabase() {
        service.getBean(HikariDataSource.class).close();
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    ServiceReport report() {
        return StatusSource.all(
                        service.getBeanProvider(StatusSource.class).stream().toList())
                .report();
    }

    Map<String, Long> counters() {
        return report().counters();
    }

    /** Until the whole recording is dealt with, which has so many lines. */
    void awaitFinished(long position) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(report().notes()).containsEntry("feedState", "finished");
            assertThat(counters()).containsEntry("position", position);
        });
    }

    /** From here on no batch can be booked. */
    void refuseToBook() {
        jdbc.execute("""
                create function refuse() returns trigger language plpgsql as
                $$ begin raise exception 'the database refuses'; end $$
                """);
        jdbc.execute(
                "create trigger refuse before insert or update on feed_cursor for each row execute function refuse()");
    }

    void bookAgain() {
        jdbc.execute("drop trigger refuse on feed_cursor");
    }

    List<IngestedKillmail> published() {
        return Topics.read(infrastructure.kafka(), name(Topic.KILLMAIL_INGESTED), IngestedKillmail.class);
    }

    Set<String> keys() {
        return Topics.keys(infrastructure.kafka(), name(Topic.KILLMAIL_INGESTED));
    }

    List<DeadLetter> deadLetters() {
        return Topics.read(infrastructure.kafka(), name(Topic.KILLMAIL_INGESTED_DLT), DeadLetter.class);
    }

    List<ActOutcome> outcomes() {
        return Topics.read(infrastructure.kafka(), name(Topic.AUDIT_EVENTS), ActOutcome.class);
    }

    List<FeedFact> facts() {
        return Topics.read(infrastructure.kafka(), name(Topic.INGESTION_STATE), FeedFact.class);
    }

    /** Sends what another service would, and tells where it is. */
    String send(Topic topic, String key, Object message) {
        return Topics.write(infrastructure.kafka(), name(topic), key, json(message));
    }

    void order(FeedOrder order) {
        order(FeedOrder.KEY, json(order));
    }

    void order(String key, String value) {
        Topics.write(infrastructure.kafka(), name(Topic.ADMIN_COMMANDS), key, value);
    }

    /** Asks, and waits for what comes of it. */
    ActOutcome ask(FeedOrder order) {
        order(order);
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> outcomes().stream()
                                .filter(outcome -> outcome.actId().equals(order.actId()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String json(Object message) {
        try {
            return MessageJson.mapper().writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An ESI body, on one line. */
    static String killmail(int id) {
        return """
                {"killmail_id":%d,"killmail_time":"2026-03-22T06:03:13Z","solar_system_id":30000142,\
                "victim":{"character_id":95,"damage_taken":10,"ship_type_id":587},\
                "attackers":[{"character_id":96,"damage_done":10,"final_blow":true,"security_status":-1.5}]}\
                """.formatted(id);
    }

    private String name(Topic topic) {
        return prefix + topic.topicName();
    }
}
