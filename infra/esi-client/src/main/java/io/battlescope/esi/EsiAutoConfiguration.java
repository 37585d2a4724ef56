package io.battlescope.esi;

import java.net.URI;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.core.StringRedisTemplate;

/** ESI for a service; with Redis where there is one. */
@AutoConfiguration(after = DataRedisAutoConfiguration.class)
class EsiAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(EsiAutoConfiguration.class);

    @Bean
    Journal esiJournal() {
        return new Journal();
    }

    @Bean
    HttpEsi esi(
            @Value("${battlescope.esi.base-url:https://esi.evetech.net}") URI baseUrl,
            @Value("${battlescope.contact:}") String contact,
            ObjectProvider<BuildProperties> build,
            ObjectProvider<StringRedisTemplate> redis,
            ObjectProvider<Clock> clocks,
            Journal journal) {
        EsiSettings settings = EsiSettings.of(baseUrl, userAgent(contact, build.getIfAvailable()));
        Clock clock = clocks.getIfAvailable(Clock::systemUTC);
        return new HttpEsi(
                settings,
                limits(settings, redis.getIfAvailable(), clock),
                new Breakers(),
                new Downtime(clock),
                journal);
    }

    private static Limits limits(EsiSettings settings, StringRedisTemplate redis, Clock clock) {
        Limits own = new LocalLimits(clock);
        return redis == null ? own : new SharedLimits(new RedisLimits(redis, settings.host()), own);
    }

    private static String userAgent(String contact, BuildProperties build) {
        String product = "BattleScope/" + (build == null ? "dev" : build.getVersion());
        if (contact.isBlank()) {
            log.info("ESI asks for a contact: set BATTLESCOPE_CONTACT to a mail address or a character's name");
            return product;
        }
        return product + " (" + contact.strip() + ")";
    }
}
