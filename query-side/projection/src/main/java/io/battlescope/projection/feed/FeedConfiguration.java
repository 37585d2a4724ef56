package io.battlescope.projection.feed;

import io.battlescope.api.feed.FeedFact;
import io.battlescope.api.topic.Topic;
import io.battlescope.projection.processor.ProjectionFeed;
import io.battlescope.projection.stream.JsonEventConverter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FeedConfiguration {

    @Bean
    ProjectionFeed ingestionStateFeed(IngestionState projection) {
        return new ProjectionFeed(
                projection,
                Topic.INGESTION_STATE,
                new JsonEventConverter<>(FeedFact.class, fact -> fact.key() + "-" + fact.version()));
    }
}
