package io.battlescope.ingestion;

import io.battlescope.api.topic.Topic;
import io.battlescope.api.universe.Universe;
import io.battlescope.ingestion.feed.Bans;
import io.battlescope.ingestion.feed.Bookmarks;
import io.battlescope.ingestion.feed.FeedChoice;
import io.battlescope.ingestion.feed.FeedProperties;
import io.battlescope.ingestion.feed.KillmailSource;
import io.battlescope.ingestion.feed.PacedSource;
import io.battlescope.ingestion.feed.Rechecks;
import io.battlescope.ingestion.file.FileSource;
import io.battlescope.ingestion.lease.Lease;
import io.battlescope.ingestion.r2z2.FeedHost;
import io.battlescope.ingestion.r2z2.HostSettings;
import io.battlescope.ingestion.r2z2.R2z2Settings;
import io.battlescope.ingestion.r2z2.R2z2Source;
import io.battlescope.ingestion.validation.KillmailValidator;
import io.battlescope.kit.topic.RequiredTopics;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Puts the chosen feed together. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class FeedConfiguration {

    private static final Logger log = LoggerFactory.getLogger(FeedConfiguration.class);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    RequiredTopics requiredTopics() {
        return RequiredTopics.of(
                Topic.KILLMAIL_INGESTED,
                Topic.KILLMAIL_INGESTED_DLT,
                Topic.ADMIN_COMMANDS,
                Topic.AUDIT_EVENTS,
                Topic.INGESTION_STATE);
    }

    @Bean
    Universe universe() {
        return Universe.load();
    }

    @Bean
    KillmailValidator killmailValidator(Clock clock) {
        return new KillmailValidator(clock);
    }

    // not bound as part of FeedProperties: the name of the feed is also the beginning of the names of its settings
    @Bean
    FeedChoice feedChoice(@Value("${battlescope.feed:r2z2}") String feed) {
        return FeedChoice.parse(feed);
    }

    @Bean
    FeedHost feedHost(
            FeedProperties properties,
            Lease lease,
            Bans bans,
            Clock clock,
            @Value("${battlescope.contact:}") String contact,
            ObjectProvider<BuildProperties> build) {
        return new FeedHost(HostSettings.of(properties, userAgent(contact, build)), lease, bans, clock);
    }

    /** The pump closes it, on its own thread. */
    @Bean(destroyMethod = "")
    KillmailSource killmailSource(
            FeedChoice choice,
            FeedProperties properties,
            Bookmarks bookmarks,
            Rechecks rechecks,
            FeedHost host,
            Clock clock) {
        return switch (choice) {
            case FeedChoice.Recording(var path) -> paced(new FileSource(path, bookmarks), properties.rate());
            case FeedChoice.R2z2() -> new R2z2Source(R2z2Settings.of(properties), host, bookmarks, rechecks, clock);
        };
    }

    private static KillmailSource paced(KillmailSource source, Double rate) {
        return rate == null ? source : new PacedSource(source, rate);
    }

    static String userAgent(String contact, ObjectProvider<BuildProperties> build) {
        BuildProperties properties = build.getIfAvailable();
        String product = "BattleScope/" + (properties == null ? "dev" : properties.getVersion());
        if (contact.isBlank()) {
            log.info("zKillboard asks for a contact: set BATTLESCOPE_CONTACT to a mail address or a character's name");
            return product;
        }
        return product + " (" + contact.strip() + ")";
    }
}
