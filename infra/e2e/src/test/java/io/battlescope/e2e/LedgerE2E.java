package io.battlescope.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.battlescope.e2e.check.Expectation;
import io.battlescope.e2e.ledger.LedgerCheck;
import io.battlescope.e2e.ledger.NewEden;
import io.battlescope.e2e.rule.Hulls;
import io.battlescope.e2e.system.Project;
import io.battlescope.e2e.system.RunningSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A feed that lies in every way it can, against its own ledger. {@code infra/faults/ledger.sh} does the same for longer. */
class LedgerE2E {

    private static final int NUMBERS = 1_500;
    /** Of the moderate rates: most faults strike, and the waits they cost stay well below a minute. */
    private static final double SHARE = 0.15;
    /** In the demo's world, one of the numbers that are fed is gone at this rate: each such wait takes some ten seconds. */
    private static final double EXPIRED = 0.0009;
    /** Kills a second; they are posted up to minutes later. */
    private static final int RATE = 1_000;

    private static final int BATTLE = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @Test
    @DisplayName(
            "With all faults on and parts killed, each accepted killmail is there once and each broken one in quarantine")
    void keepsEachAcceptedKillmailOnceThoughTheFeedLiesAndPartsAreKilled() throws IOException, InterruptedException {
        Path data = Project.freshDirectory("ledger").resolve("data");
        try (RunningSystem system = RunningSystem.startDemo(data, "--rate", "0.02")) {
            NewEden eden = new NewEden(system.simulator());
            eden.lie(SHARE);
            eden.fault("expired", EXPIRED);
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

            LedgerCheck check = new LedgerCheck(
                    eden,
                    system.api(),
                    system.admin(),
                    Hulls.load(Project.root()),
                    (what, condition) -> system.await(what, PATIENCE, condition));
            assertThat(check.differences()).as(check::summary).isEmpty();
            assertThat(check.lost()).as("on record as gaps").isNotEmpty();
            assertThat(system.run("stop")).isZero();
        }
    }

    private static long settled(JsonNode status) {
        return Expectation.settled(status);
    }
}
