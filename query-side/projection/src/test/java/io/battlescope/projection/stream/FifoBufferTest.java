package io.battlescope.projection.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaEventMessage;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaTrackingToken;
import org.junit.jupiter.api.Test;

class FifoBufferTest {

    private final FifoBuffer buffer = new FifoBuffer(new Load(3, 100, FifoBufferTest::number));

    @Test
    void events_come_out_in_the_order_they_went_in() throws InterruptedException {
        buffer.putAll(events(3, 1, 2));

        assertThat(buffer.size()).isEqualTo(3);
        assertThat(buffer.remainingCapacity()).isZero();
        assertThat(number(buffer.peek().value())).isEqualTo(3);
        assertThat(List.of(next(), next(), next())).containsExactly(3, 1, 2);
        assertThat(buffer.poll(0, TimeUnit.NANOSECONDS)).isNull();
        assertThat(buffer.isEmpty()).isTrue();
    }

    @Test
    void a_put_into_a_full_buffer_waits_for_space() throws InterruptedException {
        CompletableFuture<Void> put = inThread(() -> buffer.putAll(events(1, 2, 3, 4)));
        await().until(() -> buffer.size() == 3);
        assertThat(put).isNotDone();

        assertThat(next()).isEqualTo(1);

        put.orTimeout(5, TimeUnit.SECONDS).join();
        assertThat(List.of(next(), next(), next())).containsExactly(2, 3, 4);
    }

    @Test
    void a_waiting_reader_wakes_on_a_put() throws InterruptedException {
        AtomicReference<Integer> taken = new AtomicReference<>();
        CompletableFuture<Void> reader = inThread(() -> taken.set(next()));

        buffer.put(event(7));

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
        buffer.put(event(1));
        buffer.setException(new IllegalStateException("broken"));

        assertThat(number(buffer.peek().value())).isEqualTo(1);
        assertThat(next()).isEqualTo(1);
        assertThatThrownBy(() -> buffer.poll(0, TimeUnit.NANOSECONDS)).hasMessage("broken");
        assertThatThrownBy(buffer::peek).hasMessage("broken");
        assertThatThrownBy(buffer::take).hasMessage("broken");
    }

    @Test
    void closing_ends_a_put_that_waits_for_space() {
        CompletableFuture<Void> put = inThread(() -> buffer.putAll(events(1, 2, 3, 4, 5)));
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

        CompletableFuture<Void> put = inThread(() -> buffer.putAll(events(1, 2, 3, 4)));

        await().until(() -> calls.get() == 1);
        buffer.clear();
        put.orTimeout(5, TimeUnit.SECONDS).join();
        assertThat(calls).hasValue(2);
        buffer.setException(new IllegalStateException("broken"));
        assertThat(calls).hasValue(3);
    }

    @Test
    void heavy_events_fill_the_buffer_before_their_number_does() throws InterruptedException {
        CompletableFuture<Void> put = inThread(() -> buffer.putAll(events(60, 60, 60)));
        await().until(() -> buffer.size() == 2);
        assertThat(put).isNotDone();

        assertThat(next()).isEqualTo(60);

        put.orTimeout(5, TimeUnit.SECONDS).join();
        assertThat(buffer.size()).isEqualTo(2);
    }

    @Test
    void an_event_heavier_than_the_buffer_goes_through_alone() throws InterruptedException {
        buffer.put(event(1000));

        assertThat(next()).isEqualTo(1000);
    }

    private int next() throws InterruptedException {
        return number(buffer.take().value());
    }

    private static int number(EventMessage<?> event) {
        return (Integer) event.getPayload();
    }

    private static List<KafkaEventMessage> events(Integer... numbers) {
        return Stream.of(numbers).map(FifoBufferTest::event).toList();
    }

    private static KafkaEventMessage event(int number) {
        return new KafkaEventMessage(
                new GenericTrackedEventMessage<>(KafkaTrackingToken.emptyToken(), new GenericEventMessage<>(number)),
                0,
                number,
                0);
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
