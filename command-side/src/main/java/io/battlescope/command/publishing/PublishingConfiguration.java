package io.battlescope.command.publishing;

import io.battlescope.kit.deadletter.DeadLetters;
import io.battlescope.kit.topic.TopicNames;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.ExponentialBackOff;

/** The acts on publishers, put together. */
@Configuration(proxyBeanMethods = false)
class PublishingConfiguration {

    @Bean
    Archive archivedKillmails(@Qualifier("battlesDb") DataSource battlesDb, TopicNames topics) {
        return new ArchivedKillmails(JdbcClient.create(battlesDb), topics);
    }

    @Bean
    Targets targets(List<Publisher> publishers, List<Archive> archives) {
        return new Targets(publishers, archives);
    }

    @Bean
    ActStore publishingActs(@Qualifier("eventsDb") DataSource eventsDb) {
        return new ActStore(JdbcClient.create(eventsDb));
    }

    @Bean
    PublisherControl publisherControl(@Qualifier("eventsDb") DataSource eventsDb) {
        return new PublisherControl(JdbcClient.create(eventsDb));
    }

    @Bean
    TopicWatch topicWatch(KafkaAdmin admin, TopicNames names, Targets targets) {
        return new TopicWatch(Admin.create(admin.getConfigurationProperties()), names, targets.allTopics());
    }

    @Bean
    Lineup lineup(
            Targets targets,
            PublisherControl control,
            TopicWatch topics,
            TopicNames names,
            ConsumerFactory<String, byte[]> consumers) {
        return new Lineup(
                targets, control, topics, new StoreWatch(new LastMessages(consumers, names), Clock.systemUTC()));
    }

    @Bean
    ActWorker actWorker(
            Targets targets,
            ActStore acts,
            PublisherControl control,
            TopicWatch topics,
            Lineup lineup,
            TopicNames names,
            ProducerFactory<String, byte[]> producers,
            KafkaTemplate<String, byte[]> againKafka,
            @Qualifier("eventsTransactions") PlatformTransactionManager transactions) {
        return new ActWorker(
                acts,
                control,
                new Republisher(targets, acts, topics, lineup, againKafka),
                new PauseStep(targets, lineup),
                new Outcomes(new KafkaTemplate<>(producers), names),
                new TransactionTemplate(transactions));
    }

    /** A producer of its own: what is published again fills no buffer that something new has to wait for. */
    @Bean
    KafkaTemplate<String, byte[]> againKafka(ProducerFactory<String, byte[]> producers) {
        return new KafkaTemplate<>(producers, Map.of(ProducerConfig.CLIENT_ID_CONFIG, "publishing-again"));
    }

    @Bean
    OrderListener processorOrderListener(
            Targets targets,
            ActStore acts,
            PublisherControl control,
            TopicWatch topics,
            Lineup lineup,
            DeadLetters deadLetters,
            @Qualifier("eventsTransactions") PlatformTransactionManager transactions) {
        OrderDesk desk = new OrderDesk(
                targets, acts, control, topics, lineup, new TransactionTemplate(transactions), Clock.systemUTC());
        return new OrderListener(desk, deadLetters);
    }

    /** Trouble that passes is waited out: no order is skipped. */
    @Bean(OrderListener.CONTAINERS)
    ConcurrentKafkaListenerContainerFactory<String, byte[]> orderListenerContainers(
            ConsumerFactory<String, byte[]> consumers) {
        ExponentialBackOff patience = new ExponentialBackOff(200, 2);
        patience.setMaxInterval(5_000);
        ConcurrentKafkaListenerContainerFactory<String, byte[]> factory =
                new ConcurrentKafkaListenerContainerFactory<>();
        factory.setConsumerFactory(consumers);
        factory.setCommonErrorHandler(new DefaultErrorHandler(patience));
        return factory;
    }

    @Bean
    PublisherReports publisherReports(Targets targets, Lineup lineup, ActStore acts) {
        return new PublisherReports(targets, lineup, acts, Clock.systemUTC());
    }

    @Bean
    PublishingStatus publishingStatus(Targets targets, PublisherReports reports, Lineup lineup, ActWorker worker) {
        return new PublishingStatus(targets, reports, lineup, worker);
    }
}
