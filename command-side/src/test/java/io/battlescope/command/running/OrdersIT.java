package io.battlescope.command.running;

import static io.battlescope.command.story.KillmailBuilder.JORUND;
import static io.battlescope.command.story.KillmailBuilder.RIFTER;
import static io.battlescope.command.story.KillmailBuilder.aKillmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.battle.ActStatus;
import io.battlescope.api.battle.OverlayAct;
import io.battlescope.api.battle.OverlayOrder;
import io.battlescope.api.battle.ReclusterOrder;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.topic.Topic;
import io.battlescope.command.linkage.BattleIds;
import io.battlescope.command.story.Pilot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

@DisplayName("An admin's order over Kafka")
class OrdersIT {

    private static final Pilot ANN = Pilot.of(Pilot.GOONSWARM, 1);
    private static final Pilot BOB = Pilot.of(Pilot.FRATERNITY, 2);

    @Test
    @DisplayName("is obeyed and answered, the public is told, and a restart keeps all of it")
    void isObeyedAndAnswered() {
        String battle = BattleIds.openedBy(2);
        try (CommandSideUnderTest commandSide = new CommandSideUnderTest();
                TopicReader events = commandSide.battleEvents();
                TopicReader audit = commandSide.reader(Topic.AUDIT_EVENTS);
                TopicReader lifecycle = commandSide.reader(Topic.BATTLE_LIFECYCLE)) {
            try (ConfigurableApplicationContext service = commandSide.start()) {
                commandSide.send(List.of(
                        aKillmail(1).at("10:00").of(RIFTER, ANN).by(BOB).enriched(),
                        aKillmail(2).at("10:05").of(RIFTER, BOB).by(ANN).enriched(),
                        aKillmail(3).at("10:10").of(RIFTER, ANN).by(BOB).enriched(),
                        aKillmail(4).at("10:15").of(RIFTER, BOB).by(ANN).enriched()));
                awaitBattles(events, Set.of(1L, 2L, 3L, 4L));
                commandSide.order(JORUND, split("act-1", battle));
                awaitBattles(events, Set.of(1L, 2L), Set.of(3L, 4L));
                commandSide.order(JORUND, split("act-2", "no-such-battle"));
                awaitOutcomes(audit, 2);
            }
            assertThat(outcomes(audit)).extracting(ActOutcome::code).containsExactly(null, "BATTLE_UNKNOWN");
            assertThat(changes(lifecycle)).contains("growth", "sides", "correction", "reclustering");

            try (ConfigurableApplicationContext service = commandSide.start()) {
                commandSide.order(JORUND, split("act-1", battle));
                commandSide.order(JORUND, recluster("act-3"));
                awaitOutcomes(audit, 4);
                ActOutcome reclustered = outcomes(audit).getLast();
                assertThat(reclustered.status()).isEqualTo(ActStatus.DONE);
                assertThat(reclustered.figures())
                        .containsEntry("battlesUnchanged", 2L)
                        .containsEntry("battlesChanged", 0L);
                awaitBattles(events, Set.of(1L, 2L), Set.of(3L, 4L));
            }
        }
    }

    private static OverlayOrder split(String actId, String battleId) {
        return new OverlayOrder(
                actId,
                "alice",
                "two fights",
                Instant.parse("2021-11-28T12:00:00Z"),
                battleId,
                JORUND,
                null,
                new OverlayAct.SplitAt(Instant.parse("2021-11-28T10:07:00Z")));
    }

    private static ReclusterOrder recluster(String actId) {
        return new ReclusterOrder(
                actId, "alice", "to be sure", Instant.parse("2021-11-28T12:00:00Z"), JORUND, null, null, false, 0, 1);
    }

    @SafeVarargs
    private static void awaitBattles(TopicReader events, Set<Long>... battles) {
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(events.battles().values()).containsExactlyInAnyOrder(battles));
    }

    private static void awaitOutcomes(TopicReader audit, int count) {
        await().atMost(Duration.ofSeconds(60)).until(() -> outcomes(audit).size() >= count);
    }

    private static List<ActOutcome> outcomes(TopicReader audit) {
        return audit.records().stream()
                .map(message -> read(message.value(), ActOutcome.class))
                .toList();
    }

    private static List<String> changes(TopicReader lifecycle) {
        return lifecycle.records().stream()
                .map(message -> read(message.value(), JsonNode.class))
                .flatMap(message -> message.findValuesAsText("what").stream())
                .toList();
    }

    private static <T> T read(byte[] message, Class<T> type) {
        try {
            return MessageJson.mapper().readValue(message, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
