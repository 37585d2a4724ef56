package io.battlescope.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.killmail.Provenance;
import io.battlescope.projection.fixture.BattleStory;
import io.battlescope.projection.fixture.Mails;
import io.battlescope.projection.fixture.ProjectionService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Figures to read, never to fail on: what is asserted is only that everything arrives. More events and optimized code give figures
 * worth reading: {@code -Dbattlescope.figures.events=200000 -Dtest.jit=}.
 */
class ProjectionFiguresIT {

    private static final Logger log = LoggerFactory.getLogger(ProjectionFiguresIT.class);
    private static final int EVENTS = Integer.getInteger("battlescope.figures.events", 1_000);
    private static final int SYSTEMS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ProjectionService service = new ProjectionService();

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void speed_of_battles() throws Exception {
        service.sendBattles(battles());
        service.start();
        await().atMost(PATIENCE).until(service::isCaughtUp);

        long handled = handled("battles");
        tellReplay("battles", handled, "battle_killmail");
        assertThat(handled("battles")).isEqualTo(handled);
    }

    @Test
    void time_to_count_a_large_battle_anew() throws Exception {
        int mails = Math.min(EVENTS, 20_000);
        BattleStory story = BattleStory.in(30_000_001).opens("large", inBattle(1));
        for (long from = 2; from <= mails; from += 250) {
            story.attributes(
                    "large",
                    LongStream.range(from, Math.min(from + 250, mails + 1L))
                            .mapToObj(ProjectionFiguresIT::inBattle)
                            .toArray(BattleKillmail[]::new));
        }
        service.start();
        service.sendBattles(story.events());
        await().atMost(PATIENCE)
                .until(() -> handled("battles") == story.events().size());
        List<DomainEventMessage<BattleEvent>> before = story.events();
        List<DomainEventMessage<BattleEvent>> after =
                story.removes("large", mails / 2).events();

        long start = System.nanoTime();
        service.sendBattles(after.subList(before.size(), after.size()));
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> handled("battles") == after.size());
        log.info(
                "A killmail leaves a battle of {}: {} ms from the send to the rows",
                mails,
                (System.nanoTime() - start) / 1_000_000);
        assertThat(service.db().count("battle_killmail")).isEqualTo(mails - 1);
    }

    @Test
    void speed_of_killmails() throws Exception {
        List<EnrichedKillmail> mails = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            mails.add(killmail(1 + i, Instant.now()));
        }
        service.sendKillmails(mails);
        service.start();
        await().atMost(PATIENCE).until(service::isCaughtUp);

        tellReplay("killmails", EVENTS, "killmail");
        assertThat(service.db().count("killmail")).isEqualTo(EVENTS);
    }

    @Test
    void freshness_of_an_idle_service() throws Exception {
        service.start();
        await().atMost(PATIENCE).until(service::isCaughtUp);
        Executor later = CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS);
        for (int i = 0; i < 200; i++) {
            CompletableFuture.runAsync(() -> {}, later).join();
            service.sendKillmails(List.of(killmail(1 + i, Instant.now())));
        }
        await().atMost(PATIENCE).until(() -> service.db().count("killmail") == 200);

        log.info(
                "Killmails one by one, from before the send to the row: {}",
                service.db().jdbc().queryForMap("""
                    select round(1000 * percentile_cont(0.5) within group (order by late))::int as p50_ms,
                           round(1000 * percentile_cont(0.99) within group (order by late))::int as p99_ms
                    from (select extract(epoch from projected_at - received_at) as late from killmail) k\
                    """));
    }

    private void tellReplay(String processor, long events, String table) throws Exception {
        LongSupplier cpu = () -> ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toMillis();
        for (int round = 1; round <= 2; round++) {
            long cpuBefore = cpu.getAsLong();
            long start = System.nanoTime();
            service.replay(processor);
            await().atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> handled(processor) == events);
            double seconds = (System.nanoTime() - start) / 1e9;
            log.info(
                    "Replay {} of {}: {} events, {} rows of {} in {} s = {} events a second; CPU of this process {} s",
                    round,
                    processor,
                    events,
                    service.db().count(table),
                    table,
                    "%.2f".formatted(seconds),
                    Math.round(events / seconds),
                    "%.2f".formatted((cpu.getAsLong() - cpuBefore) / 1e3));
        }
    }

    private long handled(String processor) {
        return service
                .db()
                .jdbc()
                .queryForList("select handled from projection_progress where processor = ?", Long.class, processor)
                .stream()
                .findFirst()
                .orElse(0L);
    }

    /** Many battles that each grow by one killmail at a time. */
    private static List<DomainEventMessage<BattleEvent>> battles() {
        List<DomainEventMessage<BattleEvent>> events = new ArrayList<>();
        long mail = 1;
        for (int system = 0; system < SYSTEMS; system++) {
            BattleStory story = BattleStory.in(30_000_001 + system);
            String battle = "battle-" + system;
            story.opens(battle, inBattle(mail++));
            for (int i = 2; i < EVENTS / SYSTEMS; i++) {
                story.attributes(battle, inBattle(mail++));
            }
            events.addAll(story.events());
        }
        return events;
    }

    private static BattleKillmail inBattle(long id) {
        int pilot = (int) (id % 50);
        return Mails.inBattle(
                id,
                (int) (id % 600),
                "10.00",
                Mails.victim(pilot, pilot % 5, 1, Mails.RIFTER),
                Mails.attacker(50 + pilot, pilot % 5, 2, Mails.RIFTER, 100, true),
                Mails.attacker(100 + pilot, pilot % 3, 2, 24_690, 5, false));
    }

    private static EnrichedKillmail killmail(long id, Instant receivedAt) {
        int pilot = (int) (id % 1000);
        EnrichedKillmail mail = Mails.enriched(
                id,
                30_000_001 + (int) (id % SYSTEMS),
                (int) (id % 86_400),
                "10.00",
                Mails.victim(pilot, pilot % 5, 1, Mails.RIFTER),
                List.of(
                        Mails.attacker(1000 + pilot, pilot % 5, 2, Mails.RIFTER, 100, true),
                        Mails.attacker(2000 + pilot, pilot % 3, 2, 24_690, 5, false)));
        return new EnrichedKillmail(
                id,
                mail.hash(),
                mail.occurredAt(),
                mail.place(),
                mail.victim(),
                mail.attackers(),
                mail.value(),
                new Provenance("file", receivedAt, "figures"));
    }
}
