package io.battlescope.projection.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RebuildPaceTest {

    private final RebuildPace pace = new RebuildPace(0.5);

    @Test
    void versions_under_construction_take_turns() throws Exception {
        pace.pace(List.of("battles@2", "killmails@2"));
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger together = new AtomicInteger();
        List<Future<?>> batches = new ArrayList<>();
        try (ExecutorService battles = workers("battles@2");
                ExecutorService killmails = workers("killmails@2")) {
            for (int i = 0; i < 50; i++) {
                for (ExecutorService each : List.of(battles, killmails)) {
                    batches.add(each.submit(() -> {
                        together.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                        Thread.yield();
                        atWork.decrementAndGet();
                    }));
                }
            }
            for (Future<?> batch : batches) {
                batch.get(30, TimeUnit.SECONDS);
            }
        }
        assertThat(together.get()).isOne();
    }

    @Test
    void a_living_version_never_waits_and_neither_does_one_that_has_become_it() throws Exception {
        pace.pace(List.of("battles@2", "killmails@2"));
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService battles = workers("battles@2");
                ExecutorService killmails = workers("killmails@2");
                ExecutorService living = workers("killmails")) {
            CountDownLatch begun = new CountDownLatch(1);
            battles.execute(() -> {
                begun.countDown();
                awaitEnd(end);
            });
            begun.await();

            living.submit(() -> {}).get(30, TimeUnit.SECONDS);
            pace.pace(List.of("battles@2"));
            killmails.submit(() -> {}).get(30, TimeUnit.SECONDS);

            end.countDown();
        }
    }

    private ExecutorService workers(String tokenName) {
        return pace.workers(tokenName, 2, Thread.ofPlatform().daemon().factory());
    }

    private static void awaitEnd(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
