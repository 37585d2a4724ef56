package io.battlescope.projection.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

class HandOutWindowTest {

    private final AtomicLong time = new AtomicLong();
    private final HandOutWindow window =
            new HandOutWindow(new Load(3, 100, event -> (Integer) event.getPayload()), time::get);

    @Test
    void it_closes_at_its_number_of_events_and_opens_with_a_batch_done() {
        AtomicInteger calls = new AtomicInteger();
        window.onSpace(calls::incrementAndGet);
        take(1, 3);
        assertThat(window.isOpen()).isFalse();

        window.begun();
        window.released(events(1, 2));

        assertThat(window.isOpen()).isTrue();
        assertThat(calls).hasValue(1);
    }

    @Test
    void it_closes_at_its_weight() {
        take(60, 1);
        assertThat(window.isOpen()).isTrue();
        take(60, 1);
        assertThat(window.isOpen()).isFalse();
    }

    @Test
    void what_was_lost_to_it_is_forgotten_after_a_second_without_a_batch() {
        take(1, 3);
        pass(Duration.ofMillis(900));
        assertThat(window.isOpen()).isFalse();

        pass(Duration.ofMillis(200));

        assertThat(window.isOpen()).isTrue();
    }

    @Test
    void a_long_batch_is_waited_for() {
        take(1, 3);
        window.begun();

        pass(Duration.ofMinutes(1));

        assertThat(window.isOpen()).isFalse();
    }

    @Test
    void a_batch_of_before_a_restart_makes_no_room_that_is_not_there() {
        take(1, 3);
        window.begun();
        window.restart();
        window.released(events(1, 3));

        take(1, 3);

        assertThat(window.isOpen()).isFalse();
    }

    private void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
    }

    private void take(int lines, int count) {
        events(lines, count).forEach(window::taken);
    }

    private static List<EventMessage<?>> events(int lines, int count) {
        return Collections.nCopies(count, new GenericEventMessage<>(lines));
    }
}
