package io.battlescope.projection.killmail;

import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.topic.Topic;
import io.battlescope.projection.processor.ProjectionFeed;
import io.battlescope.projection.stream.JsonEventConverter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KillmailConfiguration {

    @Bean
    ProjectionFeed killmailFeed(KillmailProjection projection) {
        return new ProjectionFeed(
                projection,
                Topic.KILLMAIL_ENRICHED,
                new JsonEventConverter<>(EnrichedKillmail.class, killmail -> "killmail-" + killmail.killmailId()));
    }
}
