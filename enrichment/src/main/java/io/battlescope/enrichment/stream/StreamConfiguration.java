package io.battlescope.enrichment.stream;

import io.battlescope.api.topic.Topic;
import io.battlescope.api.universe.Universe;
import io.battlescope.enrichment.killmail.KillmailEnricher;
import io.battlescope.enrichment.market.MarketWatch;
import io.battlescope.enrichment.value.PriceBook;
import io.battlescope.esi.Esi;
import io.battlescope.kit.topic.RequiredTopics;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

    private static final long FIRST_RETRY_MILLIS = 200;
    private static final long LAST_RETRY_MILLIS = 10_000;

    @Bean
    RequiredTopics requiredTopics() {
        return RequiredTopics.of(
                Topic.KILLMAIL_INGESTED,
                Topic.KILLMAIL_ENRICHED,
                Topic.KILLMAIL_UNPRICED,
                Topic.KILLMAIL_INGESTED_DLT,
                Topic.ENTITY_UPDATED,
                Topic.ENTITY_UPDATED_DLT);
    }

    @Bean
    PriceBook priceBook(PriceProperties prices) {
        return prices.book();
    }

    @Bean
    KillmailEnricher killmailEnricher(PriceBook prices) {
        return new KillmailEnricher(Universe.load(), prices);
    }

    @Bean
    MarketWatch marketWatch(
            Esi esi, RedisConnectionFactory redis, PriceBook prices, KafkaListenerEndpointRegistry listeners) {
        return MarketWatch.over(esi, redis, prices, () -> RepricingListener.start(listeners), Clock.systemUTC());
    }

    /**
     * What reaches this handler is trouble with the broker, for killmails that cannot be read are set aside before: the batch
     * is tried again for ever, and no kind of failure counts as one to skip.
     */
    @Bean
    DefaultErrorHandler errorHandler() {
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_RETRY_MILLIS, 2);
        backOff.setMaxInterval(LAST_RETRY_MILLIS);
        DefaultErrorHandler handler = new DefaultErrorHandler(backOff);
        handler.setClassifications(Map.of(), true);
        return handler;
    }
}
