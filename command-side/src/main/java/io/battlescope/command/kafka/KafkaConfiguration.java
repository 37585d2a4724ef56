package io.battlescope.command.kafka;

import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.topic.Topic;
import io.battlescope.command.attribution.ActPublisher;
import io.battlescope.command.attribution.AttributionPipeline;
import io.battlescope.command.attribution.BattleCommands;
import io.battlescope.command.attribution.BattlesStore;
import io.battlescope.command.attribution.QuietTime;
import io.battlescope.kit.deadletter.DeadLetters;
import io.battlescope.kit.status.StatusSource;
import io.battlescope.kit.topic.RequiredTopics;
import io.battlescope.kit.topic.TopicNames;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.ExponentialBackOff;

/** The way of a killmail through this service. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

    private static final long IDLE_MILLIS = 1_000;

    @Bean
    RequiredTopics requiredTopics() {
        return RequiredTopics.of(
                Topic.KILLMAIL_ENRICHED,
                Topic.BATTLE_COMMANDS,
                Topic.BATTLE_EVENTS,
                Topic.BATTLE_LIFECYCLE,
                Topic.AUDIT_EVENTS,
                Topic.ADMIN_COMMANDS,
                Topic.ADMIN_EVENTS,
                Topic.KILLMAIL_ENRICHED_DLT);
    }

    @Bean
    Progress progress() {
        return new Progress();
    }

    @Bean
    DeadLetterOffice deadLetterOffice(DeadLetters deadLetters, TopicNames topics, Progress progress) {
        return new DeadLetterOffice(deadLetters, topics.of(Topic.KILLMAIL_ENRICHED), progress);
    }

    @Bean
    AttributionPipeline attributionPipeline(
            LinkageRule rule,
            BattlesStore store,
            BattleCommands battles,
            @Qualifier("battlesTransaction") TransactionTemplate transaction,
            DeadLetterOffice office,
            ActPublisher acts,
            QuietTime quiet) {
        return AttributionPipeline.over(rule, quiet, store, transaction, battles, office, acts);
    }

    @Bean
    ActPublisher actPublisher(ProducerFactory<String, byte[]> producers, TopicNames topics) {
        return new KafkaActPublisher(new KafkaTemplate<>(producers), topics.of(Topic.AUDIT_EVENTS));
    }

    @Bean
    CommandSideListener commandSideListener(
            AttributionPipeline pipeline, DeadLetterOffice office, Progress progress, TopicNames topics) {
        return new CommandSideListener(pipeline, office, progress, topics.of(Topic.BATTLE_COMMANDS));
    }

    /** Trouble that passes is waited out, for as long as it takes: nothing is skipped. */
    @Bean
    ConcurrentKafkaListenerContainerFactory<String, byte[]> kafkaListenerContainerFactory(
            ConsumerFactory<String, byte[]> consumers, ObjectProvider<CommandSideListener> listener) {
        ExponentialBackOff patience = new ExponentialBackOff(200, 2);
        patience.setMaxInterval(5_000);
        ConcurrentKafkaListenerContainerFactory<String, byte[]> factory =
                new ConcurrentKafkaListenerContainerFactory<>();
        factory.setConsumerFactory(consumers);
        factory.setCommonErrorHandler(new DefaultErrorHandler(patience));
        factory.getContainerProperties().setAckMode(ContainerProperties.AckMode.BATCH);
        factory.getContainerProperties().setSyncCommits(true);
        factory.getContainerProperties().setIdleEventInterval(IDLE_MILLIS);
        factory.setContainerCustomizer(
                container -> container.getContainerProperties().setConsumerRebalanceListener(listener.getObject()));
        return factory;
    }

    @Bean
    StatusSource statusSource(Progress progress, KafkaListenerEndpointRegistry listeners) {
        return new CommandSideStatus(progress, listeners);
    }
}
