package io.battlescope.projection.status;

import io.battlescope.kit.topic.TopicNames;
import io.battlescope.projection.control.ReplayPace;
import io.battlescope.projection.processor.ProjectionProcessors;
import io.battlescope.projection.stream.TopicLog;
import java.util.OptionalLong;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StatusConfiguration {

    @Bean
    ProjectionStatus projectionStatus(
            ProjectionProcessors processors,
            ProjectionCounts counts,
            StoredPositions positions,
            TopicLog log,
            TopicNames topics) {
        return new ProjectionStatus(processors, counts, positions, log, topics);
    }

    @Bean
    ReplayPace replayPace() {
        return (tokenName, events) -> OptionalLong.empty();
    }
}
