package io.battlescope.command.axon;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.pcollections.PCollectionsModule;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.topic.Topic;
import io.battlescope.command.attribution.BattleCommands;
import io.battlescope.command.publishing.Archive;
import io.battlescope.command.publishing.Publisher;
import io.battlescope.kit.topic.TopicNames;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Axon by hand: what is used is written here, nothing comes by itself. */
@Configuration(proxyBeanMethods = false)
class AxonConfiguration {

    /** Events of a battle after which loading it starts from a snapshot. */
    private static final int EVENTS_PER_SNAPSHOT = 100;
    /** Battles kept in memory: more than are fought at any time. */
    private static final int CACHED_BATTLES = 2_000;
    /** Events sent to Kafka between two stores of the token. */
    private static final int PUBLISHER_BATCH = 200;

    @Bean
    BattleCache battleCache() {
        return new BattleCache(CACHED_BATTLES);
    }

    @Bean
    SpringTransactionManager axonTransactionManager(@Qualifier("eventsTransactions") PlatformTransactionManager tx) {
        return new SpringTransactionManager(tx);
    }

    @Bean
    NodeId nodeId() {
        return NodeId.ofThisInstance();
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            @Qualifier("eventsDb") DataSource eventsDb, SpringTransactionManager transactions) {
        return EventStore.engine(connections(eventsDb), transactions, json());
    }

    private static ConnectionProvider connections(DataSource eventsDb) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(eventsDb));
    }

    @Bean(destroyMethod = "shutdown", initMethod = "start")
    org.axonframework.config.Configuration axon(
            @Qualifier("eventsDb") DataSource eventsDb,
            EventStorageEngine engine,
            NodeId node,
            SpringTransactionManager transactions,
            BattleCache cache,
            BattlePublisher publisher,
            LifecyclePublisher lifecycle) {
        Serializer json = json();
        TokenStore tokens = EventStore.tokens(connections(eventsDb), json, node);
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(c -> json)
                .configureEventSerializer(c -> json)
                .configureMessageSerializer(c -> json)
                .configureTransactionManager(c -> transactions)
                .configureEmbeddedEventStore(c -> engine)
                .registerComponent(TokenStore.class, c -> tokens)
                .configureAggregate(AggregateConfigurer.defaultConfiguration(BattleAggregate.class)
                        .configureCache(c -> cache)
                        .configureSnapshotTrigger(
                                c -> new EventCountSnapshotTriggerDefinition(c.snapshotter(), EVENTS_PER_SNAPSHOT)));
        publishing(configurer, BattlePublisher.PROCESSOR, publisher);
        publishing(configurer, LifecyclePublisher.PROCESSOR, lifecycle);
        return configurer.buildConfiguration();
    }

    /**
     * A tracking processor: it hears of new events at once, where a pooled one polls twice a second. One segment keeps the
     * order of the store. The first token is the beginning of the store: the default one is a replay token, and a publisher
     * that refuses replays would then skip everything stored before its first start. It does not start by itself: whether it is to
     * run is for admins to say.
     */
    private static void publishing(Configurer configurer, String name, EventMessageHandler publisher) {
        configurer.eventProcessing(processing -> processing
                .registerEventHandler(c -> publisher)
                .assignHandlerTypesMatching(name, publisher.getClass()::equals)
                .registerTrackingEventProcessor(
                        name,
                        org.axonframework.config.Configuration::eventStore,
                        c -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                .andBatchSize(PUBLISHER_BATCH)
                                .andAutoStart(false)
                                .andInitialTrackingToken(source -> null))
                .registerListenerInvocationErrorHandler(name, c -> PropagatingErrorHandler.instance()));
    }

    /** JSON for events, snapshots and tokens; snapshots hold persistent collections. */
    static Serializer json() {
        ObjectMapper mapper = MessageJson.newMapper().registerModule(new PCollectionsModule());
        return JacksonSerializer.builder().objectMapper(mapper).build();
    }

    @Bean
    BattlePublisher battlePublisher(KafkaProperties kafka, TopicNames topics) {
        return BattlePublisher.to(topics.of(Topic.BATTLE_EVENTS), kafka.buildProducerProperties(), json());
    }

    @Bean
    LifecyclePublisher lifecyclePublisher(KafkaProperties kafka, TopicNames topics) {
        return new LifecyclePublisher(topics.of(Topic.BATTLE_LIFECYCLE), kafka.buildProducerProperties());
    }

    @Bean
    BattleCommands battleCommands(
            org.axonframework.config.Configuration axon, TransactionManager transactions, BattleCache cache) {
        return new AxonBattleCommands(axon.commandGateway(), transactions, cache);
    }

    @Bean
    Publisher battles(
            org.axonframework.config.Configuration axon,
            BattlePublisher publisher,
            NodeId node,
            @Qualifier("eventsDb") DataSource eventsDb) {
        return new AxonPublisher(
                BattlePublisher.PROCESSOR,
                Topic.BATTLE_EVENTS,
                true,
                axon.eventProcessingConfiguration(),
                new PublisherToken(BattlePublisher.PROCESSOR, eventsDb, json(), node),
                publisher::close);
    }

    @Bean
    Publisher lifecycles(
            org.axonframework.config.Configuration axon,
            LifecyclePublisher publisher,
            NodeId node,
            @Qualifier("eventsDb") DataSource eventsDb) {
        return new AxonPublisher(
                LifecyclePublisher.PROCESSOR,
                Topic.BATTLE_LIFECYCLE,
                false,
                axon.eventProcessingConfiguration(),
                new PublisherToken(LifecyclePublisher.PROCESSOR, eventsDb, json(), node),
                publisher::close);
    }

    @Bean
    Archive storedEvents(
            EventStorageEngine engine, BattlePublisher publisher, @Qualifier("eventsDb") DataSource eventsDb) {
        return new StoredEvents(engine, publisher, eventsDb);
    }
}
