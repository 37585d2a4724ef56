package io.battlescope.ingestion;

import io.battlescope.ingestion.fact.Facts;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/** Facts that nobody publishes. */
@Configuration(proxyBeanMethods = false)
class FactsForNow {

    @Bean
    @Fallback
    Facts facts() {
        return fact -> LoggerFactory.getLogger(FactsForNow.class).info("{}", fact);
    }
}
