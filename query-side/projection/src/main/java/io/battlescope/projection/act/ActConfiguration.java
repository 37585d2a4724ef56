package io.battlescope.projection.act;

import io.battlescope.api.admin.AdminOrder;
import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.battle.BattleOrder;
import io.battlescope.api.topic.Topic;
import io.battlescope.projection.processor.ProjectionFeed;
import io.battlescope.projection.stream.JsonEventConverter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ActConfiguration {

    @Bean
    ProjectionFeed requestedActsFeed(ActStore store) {
        return new ProjectionFeed(
                RequestedActs.onBattles(store),
                Topic.BATTLE_COMMANDS,
                new JsonEventConverter<>(BattleOrder.class, order -> "order-" + order.actId()));
    }

    @Bean
    ProjectionFeed requestedFeedActsFeed(ActStore store) {
        return new ProjectionFeed(
                RequestedActs.onFeeds(store),
                Topic.ADMIN_COMMANDS,
                new JsonEventConverter<>(AdminOrder.class, order -> "order-" + order.actId()));
    }

    @Bean
    ProjectionFeed runningActsFeed(ActStore store) {
        return new ProjectionFeed(ToldActs.running(store), Topic.ADMIN_EVENTS, outcomes());
    }

    @Bean
    ProjectionFeed decidedActsFeed(ActStore store) {
        return new ProjectionFeed(ToldActs.decided(store), Topic.AUDIT_EVENTS, outcomes());
    }

    private static JsonEventConverter<ActOutcome> outcomes() {
        return new JsonEventConverter<>(
                ActOutcome.class, outcome -> "outcome-" + outcome.actId() + "-" + outcome.part());
    }
}
