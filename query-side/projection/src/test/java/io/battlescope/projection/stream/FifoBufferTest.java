package io.battlescope.projection.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FifoBufferTest {

    private final FifoBuffer<Integer> buffer = new FifoBuffer<>(3);

    @Test
    void events_come_out_in_the_order_they_went_in() throws InterruptedException {
        buffer.putAll(List.of(3, 1, 2));

        assertThat(buffer.size()).isEqualTo(3);
        assertThat(buffer.remainingCapacity()).isZero();
        assertThat(buffer.peek()).isEqualTo(3);
        assertThat(List.of(buffer.take(), buffer.take(), buffer.take())).containsExactly(3, 1, 2);
        assertThat(buffer.poll(0, TimeUnit.NANOSECONDS)).isNull();
        assertThat(buffer.isEmpty()).isTrue();
    }

    @Test
    void a_put_into_a_full_buffer_waits_for_space() throws InterruptedException {
        CompletableFuture<Void> put = inThread(() -> buffer.putAll(List.of(1, 2, 3, 4)));
        await().until(() -> buffer.size() == 3);
        assertThat(put).isNotDone();

        assertThat(buffer.take()).isEqualTo(1);

        put.orTimeout(5, TimeUnit.SECONDS).join();
        assertThat(List.of(buffer.take(), buffer.take(), buffer.take())).containsExactly(2, 3, 4);
    }

    @Test
    void a_waiting_reader_wakes_on_a_put() throws InterruptedException {
        AtomicReference<Integer> taken = new AtomicReference<>();
        CompletableFuture<Void> reader = inThread(() -> taken.set(buffer.take()));

        buffer.put(7);

        reader.orTimeout(5, TimeUnit.SECONDS).join();
        assertThat(taken).hasValue(7);
    }

    @Test
    void a_waiting_reader_wakes_on_a_failure() {
        CompletableFuture<Void> reader = inThread(() -> buffer.poll(1, TimeUnit.HOURS));

        buffer.setException(new IllegalStateException("broken"));

        assertThatThrownBy(() -> reader.orTimeout(5, TimeUnit.SECONDS).join()).hasRootCauseMessage("broken");
    }

    @Test
    void a_failure_reaches_the_reader_after_everything_fetched_before() throws InterruptedException {
        buffer.put(1);
        buffer.setException(new IllegalStateException("broken"));

        assertThat(buffer.peek()).isEqualTo(1);
        assertThat(buffer.take()).isEqualTo(1);
        assertThatThrownBy(() -> buffer.poll(0, TimeUnit.NANOSECONDS)).hasMessage("broken");
        assertThatThrownBy(buffer::peek).hasMessage("broken");
        assertThatThrownBy(buffer::take).hasMessage("broken");
    }

    @Test
    void closing_ends_a_put_that_waits_for_space() {
        CompletableFuture<Void> put = inThread(() -> buffer.putAll(List.of(1, 2, 3, 4, 5)));
        await().until(() -> buffer.size() == 3);

        buffer.close();

        put.orTimeout(5, TimeUnit.SECONDS).join();
        assertThat(buffer.isEmpty()).isTrue();
    }

    @Test
    void closing_ends_a_reader_that_waits() {
        CompletableFuture<Void> polling = inThread(() -> buffer.poll(1, TimeUnit.HOURS));
        CompletableFuture<Void> taking = inThread(buffer::take);

        buffer.close();

        polling.orTimeout(5, TimeUnit.SECONDS).join();
        assertThatThrownBy(() -> taking.orTimeout(5, TimeUnit.SECONDS).join())
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_callback_is_called_for_the_first_event_while_the_rest_waits() {
        AtomicInteger calls = new AtomicInteger();
        buffer.onAvailable(calls::incrementAndGet);

        CompletableFuture<Void> put = inThread(() -> buffer.putAll(List.of(1, 2, 3, 4)));

        await().until(() -> calls.get() == 1);
        buffer.clear();
        put.orTimeout(5, TimeUnit.SECONDS).join();
        assertThat(calls).hasValue(2);
        buffer.setException(new IllegalStateException("broken"));
        assertThat(calls).hasValue(3);
    }

    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }

    private static CompletableFuture<Void> inThread(Work work) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        work.run();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> Thread.ofPlatform().daemon().start(task));
    }
}
