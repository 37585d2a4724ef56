package io.battlescope.projection.processor;

import io.battlescope.api.json.MessageJson;
import io.battlescope.api.topic.Topic;
import io.battlescope.kit.topic.RequiredTopics;
import io.battlescope.kit.topic.TopicNames;
import io.battlescope.projection.ProjectionProperties;
import io.battlescope.projection.parked.ParkingLot;
import io.battlescope.projection.stream.TopicLog;
import io.battlescope.projection.token.TokenStores;
import io.battlescope.projection.version.ProjectionVersions;
import java.util.List;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class ProcessorConfiguration {

    @Bean
    RequiredTopics requiredTopics() {
        return RequiredTopics.of(
                Topic.KILLMAIL_ENRICHED,
                Topic.BATTLE_EVENTS,
                Topic.BATTLE_COMMANDS,
                Topic.AUDIT_EVENTS,
                Topic.ENTITY_UPDATED,
                Topic.ADMIN_COMMANDS,
                Topic.ADMIN_EVENTS,
                Topic.INGESTION_STATE,
                Topic.KILLMAIL_INGESTED_DLT,
                Topic.KILLMAIL_ENRICHED_DLT,
                Topic.ENTITY_UPDATED_DLT);
    }

    /** Tokens and payloads of messages, in Jackson 2 as the command side writes them. */
    @Bean
    Serializer messageSerializer() {
        return JacksonSerializer.builder().objectMapper(MessageJson.newMapper()).build();
    }

    @Bean
    StreamKafka streamKafka(KafkaProperties properties, KafkaConnectionDetails connection) {
        return new StreamKafka(properties, connection);
    }

    @Bean
    ProjectionProcessors projectionProcessors(
            List<ProjectionFeed> feeds,
            TopicNames topics,
            StreamKafka kafka,
            TopicLog log,
            TokenStores tokens,
            PlatformTransactionManager transactions,
            JdbcTemplate jdbc,
            ParkingLot parkingLot,
            ProjectionVersions versions,
            NewTopics newTopics,
            ProjectionProperties properties) {
        RebuildPace pace = new RebuildPace(properties.rebuildShare());
        ProcessorFactory factory =
                new ProcessorFactory(topics, kafka, log, tokens, transactions, jdbc, pace, parkingLot, properties);
        return new ProjectionProcessors(feeds, factory, versions, newTopics);
    }
}
