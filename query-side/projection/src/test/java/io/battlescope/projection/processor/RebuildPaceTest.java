package io.battlescope.projection.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
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

    @Test
    void after_a_batch_none_begins_until_the_share_of_the_others_is_over() throws Exception {
        RebuildPace quarter = new RebuildPace(0.25);
        quarter.pace(List.of("battles@2", "killmails@2"));
        Queue<Batch> batches = new ConcurrentLinkedQueue<>();
        ThreadFactory threads = Thread.ofPlatform().daemon().factory();
        try (ExecutorService battles = quarter.workers("battles@2", 1, threads);
                ExecutorService killmails = quarter.workers("killmails@2", 1, threads)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                all.add(battles.submit(() -> batches.add(Batch.ofSomeWork())));
                all.add(killmails.submit(() -> batches.add(Batch.ofSomeWork())));
            }
            for (Future<?> batch : all) {
                batch.get(30, TimeUnit.SECONDS);
            }
        }
        Batch before = batches.remove();
        for (Batch next : batches) {
            long rest = Math.min(3 * (before.end() - before.begin()), TimeUnit.SECONDS.toNanos(2));
            assertThat(next.begin() - before.end()).isGreaterThanOrEqualTo(rest);
            before = next;
        }
    }

    private record Batch(long begin, long end) {

        static Batch ofSomeWork() {
            long begin = System.nanoTime();
            long end = begin;
            while (end - begin < TimeUnit.MILLISECONDS.toNanos(5)) {
                Thread.onSpinWait();
                end = System.nanoTime();
            }
            return new Batch(begin, end);
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
