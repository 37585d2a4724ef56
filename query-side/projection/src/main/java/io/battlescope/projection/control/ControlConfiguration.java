package io.battlescope.projection.control;

import io.battlescope.projection.processor.StreamKafka;
import io.battlescope.projection.stream.TopicLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ControlConfiguration {

    @Bean
    TopicLog topicLog(StreamKafka kafka) {
        return new TopicLog(kafka.admin());
    }
}
