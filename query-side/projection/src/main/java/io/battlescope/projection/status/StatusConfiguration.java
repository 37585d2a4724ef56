package io.battlescope.projection.status;

import io.battlescope.projection.processor.ProjectionProcessors;
import io.battlescope.projection.processor.StreamKafka;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StatusConfiguration {

    @Bean
    ProjectionStatus projectionStatus(
            ProjectionProcessors processors, ProjectionCounts counts, StoredPositions positions, StreamKafka kafka) {
        return new ProjectionStatus(processors, counts, positions, new TopicEnds(kafka.admin()));
    }
}
