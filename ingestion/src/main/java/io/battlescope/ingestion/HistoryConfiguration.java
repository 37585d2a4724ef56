package io.battlescope.ingestion;

import io.battlescope.esi.Esi;
import io.battlescope.ingestion.backfill.BackfillProperties;
import io.battlescope.ingestion.history.History;
import io.battlescope.ingestion.r2z2.FeedHost;
import io.battlescope.ingestion.r2z2.Priority;
import io.battlescope.ingestion.validation.KillmailValidator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the sources of history together. */
@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {

    @Bean
    History history(
            FeedHost host,
            Esi esi,
            BackfillProperties properties,
            KillmailValidator validator,
            @Value("${battlescope.contact:}") String contact,
            ObjectProvider<BuildProperties> build) {
        return History.of(
                path -> host.stream(path, Priority.BACKGROUND),
                esi,
                properties.everef().baseUrl(),
                FeedConfiguration.userAgent(contact, build),
                validator);
    }
}
