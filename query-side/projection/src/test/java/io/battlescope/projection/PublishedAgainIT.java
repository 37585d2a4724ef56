package io.battlescope.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.killmail.KillmailValue;
import io.battlescope.api.killmail.Provenance;
import io.battlescope.api.topic.Topic;
import io.battlescope.projection.fixture.Mails;
import io.battlescope.projection.fixture.ProjectionService;
import io.battlescope.projection.fixture.RandomBattles;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the command side publishes again changes nothing, whether it comes on top, to a topic made anew, or to an empty database. */
class PublishedAgainIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ProjectionService service = new ProjectionService();
    private final List<DomainEventMessage<BattleEvent>> stored =
            RandomBattles.interleave(RandomBattles.bySystem(31, 20), 31);
    private final List<EnrichedKillmail> archived = archive();

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void published_again_nothing_is_lost_and_nothing_counts_twice() throws Exception {
        int middle = stored.size() / 2;
        service.start("battlescope.projection.batch-size=20");
        service.sendBattles(stored.subList(0, middle));
        service.sendKillmails(archived);
        await().atMost(PATIENCE).until(service::isCaughtUp);

        // everything again from the middle of the work, while what is new goes on between
        for (int i = 0; i < middle; i += 10) {
            service.sendBattles(stored.subList(i, Math.min(i + 10, middle)));
            int next = middle + i;
            service.sendBattles(stored.subList(next, Math.min(next + 10, stored.size())));
        }
        service.sendBattles(stored.subList(2 * middle, stored.size()));
        service.sendKillmails(archived);
        await().atMost(PATIENCE).until(service::isCaughtUp);
        Map<String, List<String>> live = readModel();
        assertThat(handledBattles()).isEqualTo(stored.size());

        onTopOfWhatIsThere(live);
        intoAnEmptyDatabase(live);
    }

    private void onTopOfWhatIsThere(Map<String, List<String>> live) throws Exception {
        service.stop();
        for (Topic topic : List.of(Topic.BATTLE_EVENTS, Topic.KILLMAIL_ENRICHED)) {
            service.loseTopic(topic);
        }
        service.sendBattles(stored);
        service.sendKillmails(archived);
        service.start();
        service.readAgain("battles");
        service.readAgain("killmails");
        await().atMost(PATIENCE).until(service::isCaughtUp);

        assertThat(readModel()).isEqualTo(live);
        assertThat(handledBattles()).isEqualTo(stored.size());
    }

    private void intoAnEmptyDatabase(Map<String, List<String>> live) {
        service.stop();
        service.loseDatabase();
        service.start();
        await().atMost(PATIENCE).until(service::isCaughtUp);

        assertThat(readModel()).isEqualTo(live);
        assertThat(handledBattles()).isEqualTo(stored.size());
    }

    /** Without the acts that had the topics read again. */
    private Map<String, List<String>> readModel() {
        return service.db().rowsButActs();
    }

    private long handledBattles() {
        return service.report().counters().get("handled.battles");
    }

    /** Some killmails have several deliveries, which come together as the archive gives them. */
    private static List<EnrichedKillmail> archive() {
        List<EnrichedKillmail> deliveries = new ArrayList<>();
        IntStream.range(0, 120).forEach(i -> {
            EnrichedKillmail mail = Mails.enriched(
                    1 + i,
                    30000001 + i % 17,
                    i,
                    i + ".00",
                    Mails.victim(i % 7, 1, 1, Mails.RIFTER),
                    List.of(Mails.attacker(8 + i % 5, 2, 2, null, i, true)));
            deliveries.add(mail);
            if (i % 3 == 0) {
                deliveries.add(valuedByZkillboard(mail));
            }
        });
        return deliveries;
    }

    private static EnrichedKillmail valuedByZkillboard(EnrichedKillmail mail) {
        Provenance again = new Provenance("r2z2", mail.provenance().receivedAt().plusSeconds(90), "again");
        return new EnrichedKillmail(
                mail.killmailId(),
                mail.hash(),
                mail.occurredAt(),
                mail.place(),
                mail.victim(),
                mail.attackers(),
                new KillmailValue(new BigDecimal("77.25"), KillmailValue.ZKILLBOARD, true, again.receivedAt()),
                again,
                List.of("ganked"));
    }
}
