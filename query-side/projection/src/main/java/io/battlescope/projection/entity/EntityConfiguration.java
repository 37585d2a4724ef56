package io.battlescope.projection.entity;

import io.battlescope.api.entity.EntityUpdated;
import io.battlescope.api.topic.Topic;
import io.battlescope.projection.processor.ProjectionFeed;
import io.battlescope.projection.stream.JsonEventConverter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EntityConfiguration {

    @Bean
    ProjectionFeed entityFeed(EntityProjection projection) {
        return new ProjectionFeed(
                projection,
                Topic.ENTITY_UPDATED,
                new JsonEventConverter<>(EntityUpdated.class, entity -> "entity-" + entity.id() + "-" + entity.asOf()));
    }
}
