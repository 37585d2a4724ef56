package io.battlescope.kit.status;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Reports for a service that provides a {@link StatusSource}, or several. */
@AutoConfiguration(after = DataRedisAutoConfiguration.class)
class StatusAutoConfiguration {

    @Bean
    @ConditionalOnBean({StatusSource.class, StringRedisTemplate.class})
    StatusReporter statusReporter(
            @Value("${spring.application.name}") String service,
            List<StatusSource> sources,
            List<ProcessorSource> processors,
            StringRedisTemplate redis) {
        return new StatusReporter(service, StatusSource.all(sources), processors, redis);
    }
}
