package io.battlescope.kit.topic;

import io.battlescope.kit.deadletter.DeadLetters;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ProducerFactory;

/** Topic names, the check for them, and the way to dead letters. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
class TopicAutoConfiguration {

    @Bean
    TopicNames topicNames(@Value("${battlescope.topics.prefix:}") String prefix) {
        return new TopicNames(prefix);
    }

    @Bean
    @ConditionalOnBean(RequiredTopics.class)
    TopicCheck topicCheck(RequiredTopics required, TopicNames names, KafkaConnectionDetails kafka) {
        return new TopicCheck(required, names, kafka);
    }

    @Bean
    DeadLetters deadLetters(ProducerFactory<String, byte[]> producers, TopicNames names) {
        return new DeadLetters(producers, names);
    }
}
