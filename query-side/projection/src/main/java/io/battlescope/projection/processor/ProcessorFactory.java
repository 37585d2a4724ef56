package io.battlescope.projection.processor;

import io.battlescope.kit.topic.TopicNames;
import io.battlescope.projection.ProjectionProperties;
import io.battlescope.projection.parked.ParkingLot;
import io.battlescope.projection.stream.HandOutWindow;
import io.battlescope.projection.stream.KafkaEventSource;
import io.battlescope.projection.stream.KeepingConverter;
import io.battlescope.projection.stream.Load;
import io.battlescope.projection.stream.StartTokens;
import io.battlescope.projection.stream.TopicLog;
import io.battlescope.projection.token.TokenStores;
import io.battlescope.projection.version.ProjectionVersion;
import java.util.function.ToIntFunction;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts a processor together that keeps one version of a projection. */
record ProcessorFactory(
        TopicNames topics,
        StreamKafka kafka,
        TopicLog log,
        TokenStores tokens,
        PlatformTransactionManager transactions,
        JdbcTemplate jdbc,
        RebuildPace pace,
        ParkingLot parkingLot,
        ProjectionProperties properties) {

    String topicId(ProjectionFeed feed) {
        return log.topicId(topics.of(feed.topic()));
    }

    ProjectionProcessor make(ProjectionFeed feed, ProjectionVersion version, ProcessorHealth health) {
        String topic = topics.of(feed.topic());
        int maxLines = properties.bufferLines();
        Projection projection = feed.projection();
        ToIntFunction<EventMessage<?>> lines = event -> EventTraits.linesOf(projection, event);
        HandOutWindow window = new HandOutWindow(new Load(HandOutWindow.MAX_EVENTS, maxLines, lines));
        KafkaEventSource source = new KafkaEventSource(
                topic,
                StartTokens.startOf(topic, kafka.admin()),
                kafka.consumer(version.tokenName(), feed.topic()),
                new KeepingConverter(feed.converter()),
                new Load(properties.bufferSize(), maxLines, lines),
                window,
                health::streamFailed);
        return new ProjectionProcessor(
                version.tokenName(),
                new BatchInvoker(projection, parkingLot.of(version.tokenName(), projection), window, health),
                source,
                tokens.forNextRun(),
                new SpringTransactions(transactions, jdbc, version),
                pace,
                properties);
    }
}
