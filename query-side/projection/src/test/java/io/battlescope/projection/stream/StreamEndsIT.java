package io.battlescope.projection.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.BattleMerged;
import io.battlescope.api.json.MessageJson;
import io.battlescope.projection.fixture.TestTopic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.json.JacksonSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamEndsIT {

    private static final int BUFFER = 10;

    private final DomainEventConverter converter = new DomainEventConverter(
            BattleEvent.class,
            JacksonSerializer.builder().objectMapper(MessageJson.newMapper()).build());
    private final ConcurrentLinkedQueue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    private TestTopic topic;
    private KafkaEventSource source;

    @BeforeEach
    void open() throws Exception {
        topic = TestTopic.create(4);
        source = new KafkaEventSource(
                topic.name(),
                StartTokens.startOf(topic.name(), TestTopic.kafka()),
                TestTopic.consumer(500),
                converter,
                new Load(BUFFER, 1000, event -> 1),
                new HandOutWindow(new Load(1000, 1000, event -> 1)),
                failures::add);
    }

    @AfterEach
    void close() {
        source.close();
    }

    @Test
    void closing_while_the_fetching_thread_waits_for_space_leaves_no_thread_behind() throws Exception {
        sendEvents(0, 100);
        BlockingStream<TrackedEventMessage<?>> stream = source.openStream(null);
        await().until(() ->
                fetchers().stream().anyMatch(thread -> thread.getState() == Thread.State.WAITING && isPutting(thread)));

        stream.close();
        source.close();

        assertThat(source.awaitQuiet(Duration.ofSeconds(20))).isTrue();
        // the pool has ended a moment before its thread has
        await().until(() -> fetchers().isEmpty());
        assertThat(failures).isEmpty();
    }

    @Test
    void a_closed_stream_goes_on_in_the_next_one_from_its_token() throws Exception {
        sendEvents(0, 100);
        List<Long> seen = new ArrayList<>();
        BlockingStream<TrackedEventMessage<?>> first = source.openStream(null);
        TrackedEventMessage<?> last = null;
        for (int i = 0; i < 33; i++) {
            last = first.nextAvailable();
            seen.add(number(last));
        }
        first.close();

        BlockingStream<TrackedEventMessage<?>> second = source.openStream(last.trackingToken());
        for (int i = 0; i < 67; i++) {
            seen.add(number(second.nextAvailable()));
        }

        assertThat(seen).doesNotHaveDuplicates().hasSize(100);
        assertThat(second.hasNextAvailable(300, TimeUnit.MILLISECONDS)).isFalse();
        second.close();
    }

    @Test
    void an_idle_stream_calls_back_when_something_arrives() throws Exception {
        BlockingStream<TrackedEventMessage<?>> stream = source.openStream(null);
        AtomicInteger calls = new AtomicInteger();
        assertThat(stream.setOnAvailableCallback(calls::incrementAndGet)).isTrue();

        sendEvents(0, 1);

        await().until(() -> calls.get() > 0);
        assertThat(stream.peek()).isPresent();
        assertThat(number(stream.nextAvailable())).isZero();
        stream.close();
    }

    @Test
    void a_record_that_cannot_be_read_stops_the_stream_in_front_of_it_each_time() throws Exception {
        sendEvents(0, 8);
        BlockingStream<TrackedEventMessage<?>> stream = source.openStream(null);
        TrackedEventMessage<?> last = null;
        for (int i = 0; i < 8; i++) {
            last = stream.nextAvailable();
        }
        TestTopic.send(List.of(
                new ProducerRecord<>(topic.name(), 2, null, "key", "no event".getBytes(StandardCharsets.UTF_8))));
        sendEvents(8, 4);

        assertStopsAtTheRecord(stream);
        stream.close();

        // whoever tries again stands before the same record, never behind it
        BlockingStream<TrackedEventMessage<?>> again = source.openStream(last.trackingToken());
        assertStopsAtTheRecord(again);
        again.close();
        assertThat(failures).hasSize(2);
    }

    @Test
    void whoever_has_missed_records_that_were_removed_is_told_and_not_taken_past_them() throws Exception {
        sendEvents(0, 8);
        BlockingStream<TrackedEventMessage<?>> stream = source.openStream(null);
        TrackedEventMessage<?> last = null;
        for (int i = 0; i < 8; i++) {
            last = stream.nextAvailable();
        }
        stream.close();
        sendEvents(8, 4);
        TestTopic.forgetRecords(topic.name(), 0);
        sendEvents(12, 4);

        BlockingStream<TrackedEventMessage<?>> behind = source.openStream(last.trackingToken());
        assertThatThrownBy(() -> {
                    // other partitions may be fetched before
                    for (int i = 0; i < 7; i++) {
                        behind.nextAvailable();
                    }
                })
                .hasRootCauseInstanceOf(OffsetOutOfRangeException.class);
        behind.close();
    }

    private void assertStopsAtTheRecord(BlockingStream<TrackedEventMessage<?>> stream) {
        assertThatThrownBy(() -> {
                    // events of other partitions may be fetched before
                    for (int i = 0; i < 5; i++) {
                        stream.nextAvailable();
                    }
                })
                .hasRootCauseInstanceOf(UnreadableRecordException.class)
                .hasRootCauseMessage("Record " + topic.name()
                        + "-2@2 cannot be read: it has not the headers and body of an Axon message");
    }

    private void sendEvents(int from, int count) throws Exception {
        List<ProducerRecord<String, byte[]>> messages = new ArrayList<>();
        for (int number = from; number < from + count; number++) {
            ProducerRecord<String, byte[]> axon = converter.createKafkaMessage(
                    new GenericDomainEventMessage<>("Battle", "b", number, new BattleMerged("b", 1, "c", number)),
                    topic.name());
            messages.add(new ProducerRecord<>(
                    topic.name(), number % topic.partitions(), null, "b", axon.value(), axon.headers()));
        }
        TestTopic.send(messages);
    }

    private static long number(TrackedEventMessage<?> event) {
        return ((BattleMerged) event.getPayload()).becauseOfKillmailId();
    }

    private List<Thread> fetchers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("fetch-" + topic.name()))
                .toList();
    }

    private static boolean isPutting(Thread thread) {
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (frame.getClassName().equals(FifoBuffer.class.getName())) {
                return true;
            }
        }
        return false;
    }
}
