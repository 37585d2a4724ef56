package io.battlescope.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.battlescope.e2e.check.Expectation;
import io.battlescope.e2e.ledger.LedgerCheck;
import io.battlescope.e2e.ledger.NewEden;
import io.battlescope.e2e.rest.ApiClient;
import io.battlescope.e2e.rule.Hulls;
import io.battlescope.e2e.system.Project;
import io.battlescope.e2e.system.RunningSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A New Eden that lies in every way it can, against its own ledger. {@code infra/faults/ledger.sh} does the same for longer. One system
 * for all of it, as its start is the dearest part.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LedgerE2E {

    private static final int NUMBERS = 1_500;
    /** Of the moderate rates: most faults strike, and the waits they cost stay well below a minute. */
    private static final double SHARE = 0.15;
    /** In the demo's world, one of the numbers that are fed is gone at this rate: each such wait takes some ten seconds. */
    private static final double EXPIRED = 0.0009;
    /** Kills a second; they are posted up to minutes later. */
    private static final int RATE = 1_000;

    private static final int BATTLE = 1_000;
    private static final int SOME = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private RunningSystem system;
    private NewEden eden;
    private ApiClient admin;

    @BeforeAll
    void start() throws IOException {
        Path data = Project.freshDirectory("ledger").resolve("data");
        system = RunningSystem.startDemo(data, "--rate", "0.02");
        eden = new NewEden(system.simulator());
        admin = system.admin();
    }

    @AfterAll
    void stop() throws IOException {
        if (system != null) {
            system.close();
        }
    }

    @Test
    @Order(1)
    @DisplayName(
            "With all faults on, ESI down and parts killed, each accepted killmail is there once and each broken one in quarantine")
    void keepsEachAcceptedKillmailOnceThoughTheFeedLiesAndPartsAreKilled() throws IOException, InterruptedException {
        eden.lie(SHARE);
        eden.fault("expired", EXPIRED);
        eden.fault("esi_down", 1);
        eden.battle(BATTLE);
        eden.rate(RATE);
        system.await("some are taken in", PATIENCE, status -> settled(status) > NUMBERS / 10);
        system.killAndAwaitNext("ingestion");
        system.await("a third is taken in", PATIENCE, status -> settled(status) > NUMBERS / 3);
        system.killAndAwaitNext("enrichment");
        system.await("half of it is taken in", PATIENCE, status -> settled(status) > NUMBERS / 2);
        system.killAndAwaitNext("projection");
        await("all is published").atMost(PATIENCE).until(() -> eden.published() >= NUMBERS);
        eden.stop();
        system.await("battles are there without ESI", PATIENCE, status -> battles(status) > 0);

        LedgerCheck check = new LedgerCheck(
                eden,
                system.api(),
                admin,
                Hulls.load(Project.root()),
                (what, condition) -> system.await(what, PATIENCE, condition));
        assertThat(check.differences()).as(check::summary).isEmpty();
        assertThat(check.lost()).as("on record as gaps").isNotEmpty();
    }

    @Test
    @Order(2)
    @DisplayName("Battles of a time without ESI get their names once it is back")
    void namesComeOnceEsiIsBack() throws IOException, InterruptedException {
        await("names of the largest battle").atMost(PATIENCE).until(() -> unnamed() == 0);
    }

    private long unnamed() throws IOException, InterruptedException {
        JsonNode largest = system.api()
                .find("/battles?sort=-kills&limit=1")
                .orElseThrow()
                .path("items")
                .path(0);
        JsonNode battle = system.api()
                .find("/battles/" + largest.path("battleId").textValue())
                .orElseThrow();
        List<JsonNode> parties = battle.path("sides").findParents("confidence");
        assertThat(parties).isNotEmpty();
        return parties.stream().filter(party -> !party.hasNonNull("name")).count();
    }

    @Test
    @Order(3)
    @DisplayName(
            "Days of torn dumps, missing indexes and late killmails are whole in the end, though ingestion is killed")
    void historyIsWholeThoughItLiesAndIngestionIsKilled() throws IOException, InterruptedException {
        LocalDate day = eden.lastFinishedDay();
        eden.fault("history_grows", 0.05);
        eden.fault("esi_error", 0.03);
        eden.fault("raw_truncated", 1);
        String torn = backfill(day);
        await("some are fetched")
                .atMost(PATIENCE)
                .until(() -> job(torn).path("fetched").longValue() > SOME);
        system.killAndAwaitNext("ingestion");
        awaitDone(torn);
        eden.fault("raw_missing", 1);
        eden.fault("index_missing", 1);
        awaitDone(backfill(day.minusDays(1)));

        eden.tellTheTruth();
        awaitDone(ask("/admin/completeness/compare", day.minusDays(1), day));
        Set<Long> known = eden.history(day);
        JsonNode compared = day(day);
        assertThat(compared.path("missing").longValue()).isZero();
        assertThat(compared.path("known").longValue()).isEqualTo(known.size());
        assertThat(day(day.minusDays(1)).path("missing").longValue()).isZero();
        await("what is held can be read")
                .atMost(PATIENCE)
                .until(() -> held(known) == compared.path("held").longValue());
        assertThat(compared.path("held").longValue() + compared.path("refused").longValue())
                .isEqualTo(known.size());
        assertThat(system.run("stop")).isZero();
    }

    private String backfill(LocalDate day) throws IOException, InterruptedException {
        return ask("/admin/backfills", day, day);
    }

    private String ask(String path, LocalDate from, LocalDate to) throws IOException, InterruptedException {
        JsonNode act = admin.act(
                "POST",
                path,
                system.adminToken(),
                "{\"from\": \"%s\", \"to\": \"%s\", \"reason\": \"All of it\"}".formatted(from, to));
        assertThat(act.path("status").textValue()).as(act::toString).isEqualTo("done");
        return act.path("actId").textValue();
    }

    private JsonNode job(String jobId) throws IOException, InterruptedException {
        return admin.find("/admin/backfills/" + jobId).orElseThrow();
    }

    private void awaitDone(String jobId) {
        await("job " + jobId)
                .atMost(PATIENCE)
                .until(() -> job(jobId).path("status").textValue().equals("done"));
    }

    private JsonNode day(LocalDate day) throws IOException, InterruptedException {
        return system.api()
                .find("/status/completeness?from=%s&to=%s".formatted(day, day))
                .orElseThrow()
                .path("items")
                .path(0);
    }

    private long held(Set<Long> ids) throws IOException, InterruptedException {
        long held = 0;
        for (long id : ids) {
            held += system.api().find("/killmails/" + id).isPresent() ? 1 : 0;
        }
        return held;
    }

    private static long battles(JsonNode status) {
        return status.path("battles").path("count").longValue();
    }

    private static long settled(JsonNode status) {
        return Expectation.settled(status);
    }
}
