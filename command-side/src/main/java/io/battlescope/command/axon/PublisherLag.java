package io.battlescope.command.axon;

import java.util.OptionalLong;
import javax.sql.DataSource;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the topic is behind the event store. */
public class PublisherLag {

    private final EventProcessingConfiguration processing;
    private final JdbcClient eventsDb;

    PublisherLag(EventProcessingConfiguration processing, DataSource eventsDb) {
        this.processing = processing;
        this.eventsDb = JdbcClient.create(eventsDb);
    }

    /** Stored events that the broker has not acknowledged; empty while another instance publishes. */
    public OptionalLong events() {
        long head = eventsDb.sql("select coalesce(max(global_index), 0) from domain_event_entry")
                .query(Long.class)
                .single();
        return processing
                .eventProcessor(BattlePublisher.PROCESSOR, StreamingEventProcessor.class)
                .map(processor -> processor.processingStatus().values().stream()
                        .mapToLong(status -> Math.max(0, head - position(status)))
                        .max())
                .orElse(OptionalLong.empty());
    }

    /** The reason when publishing is stuck. */
    public String trouble() {
        return processing
                .eventProcessor(BattlePublisher.PROCESSOR, StreamingEventProcessor.class)
                .flatMap(processor -> processor.processingStatus().values().stream()
                        .filter(EventTrackerStatus::isErrorState)
                        .findFirst())
                .map(status -> String.valueOf(status.getError()))
                .orElse("");
    }

    private static long position(EventTrackerStatus status) {
        return status.getTrackingToken() == null
                ? 0
                : status.getTrackingToken().position().orElse(0);
    }
}
