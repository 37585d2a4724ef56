package io.battlescope.enrichment.name;

import io.battlescope.esi.Esi;
import io.battlescope.esi.EsiReport;
import io.battlescope.kit.deadletter.DeadLetters;
import io.battlescope.kit.topic.TopicNames;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.kafka.core.ProducerFactory;

/** Puts naming together, unless it is switched off. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "battlescope.names.enabled", matchIfMissing = true)
class NameConfiguration {

    private static final Duration ERRANDS = Duration.ofSeconds(10);
    private static final Clock CLOCK = Clock.systemUTC();

    @Bean
    NameStatus nameStatus(EsiReport esi) {
        return new NameStatus(esi);
    }

    @Bean
    Shelf nameShelf(StringRedisTemplate redis, TopicNames names) {
        return new Shelf(redis, names.prefix());
    }

    @Bean
    Memory nameMemory(Shelf shelf) {
        return new Memory(shelf, CLOCK);
    }

    @Bean
    Agenda nameAgenda(Shelf shelf) {
        return new Agenda(shelf, CLOCK);
    }

    @Bean
    EntityTopic entityTopic(ProducerFactory<String, byte[]> producers, TopicNames names) {
        return new EntityTopic(producers, names);
    }

    @Bean
    UnknownIds unknownIds(DeadLetters deadLetters, Memory memory, Agenda agenda, NameStatus status) {
        return new UnknownIds(deadLetters, memory, agenda, CLOCK, status);
    }

    @Bean
    Namer namer(Esi esi, EntityTopic topic, Memory memory, UnknownIds unknown, NameStatus status) {
        return new Namer(esi, topic, memory, unknown, CLOCK, status);
    }

    @Bean
    Tickers tickers(Esi esi, EntityTopic topic, Memory memory, UnknownIds unknown, Shelf shelf, NameStatus status) {
        return new Tickers(esi, topic, memory, unknown, shelf, CLOCK, status);
    }

    @Bean
    NameListener nameListener(Namer namer, Memory memory, Agenda agenda, NameStatus status) {
        return new NameListener(namer, memory, agenda, CLOCK, status);
    }

    @Bean
    TickerListener tickerListener(Tickers tickers, NameStatus status) {
        return new TickerListener(tickers, status);
    }

    @Bean
    Errands errands(Agenda agenda, Memory memory, Namer namer, Tickers tickers) {
        return new Errands(agenda, memory, namer, tickers, ERRANDS);
    }
}
