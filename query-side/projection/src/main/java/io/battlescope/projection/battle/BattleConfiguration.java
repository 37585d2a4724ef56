package io.battlescope.projection.battle;

import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.topic.Topic;
import io.battlescope.projection.processor.ProjectionFeed;
import io.battlescope.projection.stream.DomainEventConverter;
import org.axonframework.serialization.Serializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BattleConfiguration {

    @Bean
    ProjectionFeed battleFeed(BattleProjection projection, Serializer messageSerializer) {
        return new ProjectionFeed(
                projection, Topic.BATTLE_EVENTS, new DomainEventConverter(BattleEvent.class, messageSerializer));
    }
}
