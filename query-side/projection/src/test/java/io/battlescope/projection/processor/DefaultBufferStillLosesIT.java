package io.battlescope.projection.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.projection.fixture.TestTopic;
import io.battlescope.projection.processor.StreamRig.Times;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.extensions.kafka.eventhandling.consumer.AsyncFetcher;
import org.axonframework.extensions.kafka.eventhandling.consumer.DefaultConsumerFactory;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaEventMessage;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.StreamableKafkaMessageSource;
import org.axonframework.serialization.json.JacksonSerializer;
import org.junit.jupiter.api.Test;

/**
 * Why there is a buffer of our own: the extension's sorts by record time and loses events without a word. The day this test fails,
 * the extension has been mended, and the workaround can go.
 */
class DefaultBufferStillLosesIT {

    private static final int ROUNDS = 5;
    private static final int EVENTS = 2000;

    @Test
    void the_default_buffer_loses_events_of_four_partitions() throws ExecutionException, InterruptedException {
        int lost = 0;
        for (int round = 0; round < ROUNDS && lost == 0; round++) {
            lost = lostInOneRound();
        }
        assertThat(lost)
                .as("events lost with the default buffer in %d rounds; none means that it is mended", ROUNDS)
                .isPositive();
    }

    private static int lostInOneRound() throws ExecutionException, InterruptedException {
        StreamRig rig = new StreamRig(4);
        rig.send(EVENTS, Times.INTERLEAVED);
        AsyncFetcher<String, byte[], KafkaEventMessage> fetcher =
                AsyncFetcher.<String, byte[], KafkaEventMessage>builder()
                        .pollTimeout(100)
                        .build();
        PooledStreamingEventProcessor processor = rig.processorOn(
                StreamableKafkaMessageSource.<String, byte[]>builder()
                        .topics(List.of(rig.topic.name()))
                        .consumerFactory(new DefaultConsumerFactory<>(TestTopic.consumer(500)))
                        .fetcher(fetcher)
                        .messageConverter(rig.converter())
                        .serializer(JacksonSerializer.defaultSerializer())
                        .build(),
                4);
        try {
            processor.start();
            rig.awaitHandled(EVENTS);
            return rig.missing().size();
        } finally {
            processor.shutDown();
            fetcher.shutdown();
        }
    }
}
