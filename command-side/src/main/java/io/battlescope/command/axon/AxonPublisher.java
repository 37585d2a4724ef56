package io.battlescope.command.axon;

import io.battlescope.api.topic.Topic;
import io.battlescope.command.publishing.Publisher;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.messaging.Headers;

/** One of Axon's processors as a publisher. */
final class AxonPublisher implements Publisher {

    private final String name;
    private final Topic topic;
    private final boolean needsBeginning;
    private final EventProcessingConfiguration processing;
    private final PublisherToken token;
    private final Runnable disconnect;

    AxonPublisher(
            String name,
            Topic topic,
            boolean needsBeginning,
            EventProcessingConfiguration processing,
            PublisherToken token,
            Runnable disconnect) {
        this.name = name;
        this.topic = topic;
        this.needsBeginning = needsBeginning;
        this.processing = processing;
        this.token = token;
        this.disconnect = disconnect;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Topic topic() {
        return topic;
    }

    @Override
    public boolean needsBeginning() {
        return needsBeginning;
    }

    private StreamingEventProcessor processor() {
        return processing
                .eventProcessor(name, StreamingEventProcessor.class)
                .orElseThrow(() -> new IllegalStateException("There is no processor " + name));
    }

    @Override
    public void start() {
        processor().start();
    }

    @Override
    public void stop() {
        processor().shutDown();
        // a producer that remembers its numbers of a topic that was made anew is refused there, until it gives up
        disconnect.run();
    }

    @Override
    public boolean isRunning() {
        return processor().isRunning();
    }

    @Override
    public String error() {
        return processor().processingStatus().values().stream()
                .filter(EventTrackerStatus::isErrorState)
                .findFirst()
                .map(status -> String.valueOf(status.getError()))
                .orElse(null);
    }

    @Override
    public Standing standing() {
        return token.standing();
    }

    @Override
    public boolean isStored(ConsumerRecord<String, byte[]> message) {
        Header id = message.headers().lastHeader(Headers.MESSAGE_ID);
        return id == null || token.isStored(new String(id.value(), StandardCharsets.UTF_8));
    }
}
