package io.battlescope.projection.access;

import io.battlescope.api.access.ApiKeyChanged;
import io.battlescope.api.topic.Topic;
import io.battlescope.projection.processor.ProjectionFeed;
import io.battlescope.projection.stream.JsonEventConverter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    ProjectionFeed accessKeysFeed(AccessKeys projection) {
        return new ProjectionFeed(
                projection,
                Topic.ACCESS_KEYS,
                new JsonEventConverter<>(ApiKeyChanged.class, key -> key.keyId() + "-" + key.changedAt()));
    }
}
