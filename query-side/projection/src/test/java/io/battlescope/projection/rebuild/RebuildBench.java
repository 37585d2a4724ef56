package io.battlescope.projection.rebuild;

import static org.awaitility.Awaitility.await;

import io.battlescope.projection.fixture.Mails;
import io.battlescope.projection.fixture.ProjectionService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No test: what {@code infra/bench/rebuild} runs. */
class RebuildBench {

    private static final int EVENTS = setting("EVENTS", 60_000);
    private static final int SECONDS_EACH = setting("SECONDS_EACH", 20);
    private static final int CHUNK = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final RebuildRig rig = new RebuildRig();
    private int sent;

    @Test
    void measure() throws Exception {
        try (rig) {
            rig.start();
            while (sent < EVENTS) {
                send(CHUNK);
            }
            await().atMost(PATIENCE).until(() -> visible(sent));

            long end = System.nanoTime() + Duration.ofSeconds(SECONDS_EACH).toNanos();
            List<Long> alone = live(() -> System.nanoTime() < end);
            long begin = System.nanoTime();
            String rebuild = rig.rebuild("killmails", false);
            List<Long> beside = live(() -> !List.of("ready", "different").contains(rig.state(rebuild)));
            double seconds = (System.nanoTime() - begin) / 1e9;

            say("data:    %,d killmails of 11 lines, %s", sent, "batches of 500, rebuild-share 0.5");
            say("rebuild: %.1f s with comparison, %,.0f events/s; %s", seconds, sent / seconds, rig.state(rebuild));
            say("live killmail visible after, alone:          %s", percentiles(alone));
            say("live killmail visible after, beside rebuild: %s", percentiles(beside));
        }
    }

    /** Sends one killmail after the other, and waits until each can be read. */
    private List<Long> live(BooleanSupplier more) throws Exception {
        List<Long> millis = new ArrayList<>();
        while (more.getAsBoolean()) {
            long begin = System.nanoTime();
            send(1);
            int last = sent;
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(2))
                    .atMost(PATIENCE)
                    .until(() -> visible(last));
            millis.add((System.nanoTime() - begin) / 1_000_000);
        }
        return millis;
    }

    private boolean visible(int killmailId) {
        return rig.service().db().count("killmail where killmail_id = " + killmailId) == 1;
    }

    private void send(int count) throws Exception {
        ProjectionService service = rig.service();
        service.sendKillmails(IntStream.range(sent, sent + count)
                .mapToObj(i -> Mails.enriched(
                        1 + i,
                        30000001 + i % 500,
                        i % 100_000,
                        i + ".00",
                        Mails.victim(i % 700, 1, 1, Mails.RIFTER),
                        IntStream.range(0, 10)
                                .mapToObj(j -> Mails.attacker(1000 + i % 500 + j, 2, 2, Mails.RIFTER, i, j == 0))
                                .toList()))
                .toList());
        sent += count;
    }

    private static String percentiles(List<Long> millis) {
        Collections.sort(millis);
        return "p50 %d ms, p95 %d ms, p99 %d ms, max %d ms (%d)"
                .formatted(at(millis, 0.5), at(millis, 0.95), at(millis, 0.99), millis.getLast(), millis.size());
    }

    private static long at(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(sorted.size() * share)));
    }

    private static int setting(String name, int otherwise) {
        String value = System.getenv(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    private static void say(String format, Object... values) {
        System.out.println("BENCH " + format.formatted(values));
    }
}
