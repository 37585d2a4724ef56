package io.battlescope.command.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.topic.Topic;
import io.battlescope.command.story.KillmailBuilder;
import io.battlescope.command.story.Pilot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** A battle larger than any fought so far; prints what its first and its last killmails cost, and checks that it is whole. */
class LargeBattleIT {

    private static final Logger log = LoggerFactory.getLogger(LargeBattleIT.class);

    private static final int KILLS = 20_000;
    private static final int PART = 2_000;
    private static final int HOURS = 3;

    @Test
    void twentyThousandKillmailsAreOneBattleAndNoMessageIsTooLarge() {
        List<EnrichedKillmail> mails = battle();
        try (CommandSideUnderTest commandSide = new CommandSideUnderTest();
                ConfigurableApplicationContext service = commandSide.start();
                TopicReader events = commandSide.battleEvents()) {
            log.info("cold     {}", rate(commandSide, mails.subList(0, PART)));
            log.info("first    {}", rate(commandSide, mails.subList(PART, 2 * PART)));
            log.info("middle   {}", rate(commandSide, mails.subList(2 * PART, KILLS - PART)));
            log.info("last     {}", rate(commandSide, mails.subList(KILLS - PART, KILLS)));
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(events.battles().values())
                            .singleElement()
                            .extracting(Set::size)
                            .isEqualTo(KILLS));
            assertThat(events.records())
                    .allSatisfy(
                            message -> assertThat(message.serializedValueSize()).isLessThan(Topic.MAX_MESSAGE_BYTES));
        }
    }

    private static String rate(CommandSideUnderTest commandSide, List<EnrichedKillmail> part) {
        long before = held(commandSide);
        long start = System.nanoTime();
        commandSide.send(part);
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(120))
                .until(() -> held(commandSide) == before + part.size());
        double seconds = (System.nanoTime() - start) / 1e9;
        return "%d killmails in %.1f s, %.0f a second".formatted(part.size(), seconds, part.size() / seconds);
    }

    private static long held(CommandSideUnderTest commandSide) {
        return commandSide
                .battlesDb()
                .sql("select coalesce(sum(kill_count), 0) from cluster")
                .query(Long.class)
                .single();
    }

    private static List<EnrichedKillmail> battle() {
        Random random = new Random(11);
        Instant start = Instant.parse("2020-12-30T22:00:00Z");
        List<EnrichedKillmail> mails = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            Pilot victim = Pilot.of(Pilot.GOONSWARM, random.nextInt(5_000));
            Pilot[] attackers = random.ints(12, 0, 5_000)
                    .mapToObj(n -> Pilot.of(Pilot.PANDEMIC_HORDE, n))
                    .toArray(Pilot[]::new);
            mails.add(KillmailBuilder.aKillmail(100_000 + i)
                    .in(30004773)
                    .at(start.plusSeconds((long) i * HOURS * 3600 / KILLS))
                    .of(KillmailBuilder.RIFTER, victim)
                    .by(attackers)
                    .enriched());
        }
        return mails;
    }
}
