package io.battlescope.projection.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.extensions.kafka.eventhandling.KafkaMessageConverter;
import org.axonframework.extensions.kafka.eventhandling.consumer.AsyncFetcher;
import org.axonframework.extensions.kafka.eventhandling.consumer.ConsumerSeekUtil;
import org.axonframework.extensions.kafka.eventhandling.consumer.DefaultConsumerFactory;
import org.axonframework.extensions.kafka.eventhandling.consumer.Fetcher;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaEventMessage;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaMessageStream;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaTrackingToken;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.TrackingRecordConverter;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * One topic as a source of events. It is put together from the extension's parts as {@code StreamableKafkaMessageSource} does it,
 * but with a buffer of our own for each stream; with streams that call back when something arrives (without that a pooled
 * processor looks at an idle stream every 500 ms only); without XStream; and a consumer is closed when it finds no broker.
 */
public final class KafkaEventSource implements StreamableMessageSource<TrackedEventMessage<?>>, AutoCloseable {

    /** How long a closed stream's thread may still wait for records. */
    private static final Duration POLL = Duration.ofMillis(250);

    private final String topic;
    private final KafkaTrackingToken start;
    private final DefaultConsumerFactory<String, byte[]> consumers;
    private final KafkaMessageConverter<String, byte[]> converter;
    private final Load fetchedAhead;
    private final HandOutWindow window;
    private final java.util.function.Consumer<RuntimeException> onFailure;
    private final ExecutorService fetching;
    private final Fetcher<String, byte[], KafkaEventMessage> fetcher;

    /**
     * @param start where the topic begins, with every partition
     * @param consumer properties of Kafka's consumer
     * @param fetchedAhead what may wait for the reader
     * @param onFailure told when fetching fails; the reader of the stream gets the same exception
     */
    public KafkaEventSource(
            String topic,
            KafkaTrackingToken start,
            Map<String, Object> consumer,
            KafkaMessageConverter<String, byte[]> converter,
            Load fetchedAhead,
            HandOutWindow window,
            java.util.function.Consumer<RuntimeException> onFailure) {
        this.topic = topic;
        this.start = start;
        this.consumers = new DefaultConsumerFactory<>(consumer);
        this.converter = converter;
        this.fetchedAhead = fetchedAhead;
        this.window = window;
        this.onFailure = onFailure;
        this.fetching = Executors.newCachedThreadPool(
                Thread.ofPlatform().name("fetch-" + topic + "-", 0).daemon().factory());
        this.fetcher = AsyncFetcher.<String, byte[], KafkaEventMessage>builder()
                .pollTimeout(POLL.toMillis())
                .executorService(fetching)
                .build();
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken from) {
        FifoBuffer buffer = new FifoBuffer(fetchedAhead) {
            @Override
            public void setException(RuntimeException exception) {
                onFailure.accept(exception);
                super.setException(exception);
            }
        };
        window.restart();
        return new PacedStream(fetchInto(buffer, from), buffer, window);
    }

    private KafkaMessageStream fetchInto(FifoBuffer buffer, TrackingToken from) {
        TrackingRecordConverter<String, byte[]> counting =
                new TrackingRecordConverter<>(converter, KafkaTrackingToken.from(from == null ? start : from));
        Consumer<String, byte[]> consumer = consumers.createConsumer(null);
        try {
            ConsumerSeekUtil.seekToCurrentPositions(consumer, counting::currentToken, List.of(topic));
            LogStart.raise(consumer);
        } catch (RuntimeException e) {
            consumer.close();
            onFailure.accept(e);
            throw e;
        }
        return new KafkaMessageStream(buffer, fetcher.poll(consumer, counting, buffer::putAll, buffer::setException));
    }

    @Override
    public TrackingToken createTailToken() {
        return start;
    }

    @Override
    public TrackingToken createHeadToken() {
        throw new UnsupportedOperationException("A projection starts at the beginning of " + topic + ", nowhere else");
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        throw new UnsupportedOperationException("A projection starts at the beginning of " + topic + ", nowhere else");
    }

    @Override
    public void close() {
        fetcher.shutdown();
        fetching.shutdown();
    }

    /** Waits until no thread fetches any more; for whoever has closed the streams. */
    boolean awaitQuiet(Duration patience) throws InterruptedException {
        return fetching.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
