package io.battlescope.projection.processor;

import static org.awaitility.Awaitility.await;

import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.BattleMerged;
import io.battlescope.api.json.MessageJson;
import io.battlescope.projection.ProjectionProperties;
import io.battlescope.projection.fixture.QueryDb;
import io.battlescope.projection.fixture.TestTopic;
import io.battlescope.projection.parked.Parking;
import io.battlescope.projection.parked.ParkingLots;
import io.battlescope.projection.stream.DomainEventConverter;
import io.battlescope.projection.stream.HandOutWindow;
import io.battlescope.projection.stream.KafkaEventSource;
import io.battlescope.projection.stream.Load;
import io.battlescope.projection.stream.StartTokens;
import io.battlescope.projection.token.TokenTable;
import io.battlescope.projection.token.Tokens;
import io.battlescope.projection.version.ProjectionVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;

/**
 * A topic with events of many systems and a processor on it, with the token store on the real database. What is handled is
 * remembered with whether it was flagged as a replay.
 */
final class StreamRig {

    /** How record times run over the partitions. */
    enum Times {
        /** Rising over all partitions in turn, so that sorting by time mixes what one fetch brought partition by partition. */
        INTERLEAVED,
        /** All the same. */
        EQUAL
    }

    private static final Serializer SERIALIZER =
            JacksonSerializer.builder().objectMapper(MessageJson.newMapper()).build();
    private static final int SYSTEMS_PER_PARTITION = 3;
    private static final long FIRST_TIME = 1_700_000_000_000L;

    final TestTopic topic;
    private final QueryDb db;
    private final DomainEventConverter converter = new DomainEventConverter(BattleEvent.class, SERIALIZER);
    private final Map<Integer, Long> sequences = new HashMap<>();
    private final Remembering remembering = new Remembering();
    private final Parking parking;
    private int sentCount;

    final Set<String> sent = new TreeSet<>();
    final Set<String> handled = ConcurrentHashMap.newKeySet();
    final Set<String> replayed = ConcurrentHashMap.newKeySet();

    StreamRig(int partitions) throws ExecutionException, InterruptedException {
        this.topic = TestTopic.create(partitions);
        this.db = QueryDb.migrated();
        this.parking = ParkingLots.on(db).of("rig", remembering);
    }

    /** Sends one event to each partition in turn. */
    void send(int events, Times times) throws ExecutionException, InterruptedException {
        List<ProducerRecord<String, byte[]>> messages = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            int partition = sentCount % topic.partitions();
            int system = partition * SYSTEMS_PER_PARTITION + (sentCount / topic.partitions()) % SYSTEMS_PER_PARTITION;
            messages.add(message(partition, system, times == Times.EQUAL ? FIRST_TIME : FIRST_TIME + sentCount));
            sentCount++;
        }
        // partition by partition, as a fetch finds them: within one the order is kept
        TestTopic.send(messages);
    }

    private ProducerRecord<String, byte[]> message(int partition, int system, long time) {
        long sequence = sequences.merge(system, 0L, (last, ignored) -> last + 1);
        String battleId = "battle-" + system;
        sent.add(battleId + "#" + sequence);
        ProducerRecord<String, byte[]> axon = converter.createKafkaMessage(
                new GenericDomainEventMessage<>(
                        "Battle", battleId, sequence, new BattleMerged(battleId, system, "other", sequence)),
                topic.name());
        return new ProducerRecord<>(topic.name(), partition, time, battleId, axon.value(), axon.headers());
    }

    /** A processor as the service runs it, but for what it does with the events. */
    ProjectionProcessor processor(int segments, int maxPollRecords) {
        HandOutWindow window = window();
        ProcessorHealth health = new ProcessorHealth();
        KafkaEventSource source = new KafkaEventSource(
                topic.name(),
                StartTokens.startOf(topic.name(), TestTopic.kafka()),
                TestTopic.consumer(maxPollRecords),
                converter,
                new Load(100, 100, event -> 1),
                window,
                health::streamFailed);
        return new ProjectionProcessor(
                "rig",
                new BatchInvoker(remembering, parking, window, health),
                source,
                tokens(),
                new SpringTransactions(db.transactions(), db.jdbc(), ProjectionVersion.first("rig", 1)),
                new RebuildPace(1),
                new ProjectionProperties(segments, 50, 100, 100, Duration.ofSeconds(5), 1, Duration.ZERO));
    }

    /** A processor on any source, with the settings of the service's own. */
    PooledStreamingEventProcessor processorOn(StreamableMessageSource<TrackedEventMessage<?>> source, int segments) {
        ScheduledExecutorService threads =
                Executors.newScheduledThreadPool(2, Thread.ofPlatform().daemon().factory());
        return PooledStreamingEventProcessor.builder()
                .name("rig")
                .eventHandlerInvoker(new BatchInvoker(remembering, parking, window(), new ProcessorHealth()))
                .messageSource(source)
                .tokenStore(tokens())
                .transactionManager(
                        new SpringTransactions(db.transactions(), db.jdbc(), ProjectionVersion.first("rig", 1)))
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .initialSegmentCount(segments)
                .initialToken(ignored -> StartTokens.startOf(topic.name(), topic.partitions()))
                .batchSize(50)
                .build();
    }

    private static HandOutWindow window() {
        return new HandOutWindow(new Load(HandOutWindow.MAX_EVENTS, HandOutWindow.MAX_EVENTS, event -> 1));
    }

    DomainEventConverter converter() {
        return converter;
    }

    private TokenStore tokens() {
        return Tokens.stores(db, Duration.ofSeconds(5)).forNextRun();
    }

    /** Has a processor that stands still handle everything again. */
    void reset() {
        TokenTable tokens = Tokens.table(db);
        TrackingToken start = StartTokens.startOf(topic.name(), topic.partitions());
        tokens.of("rig")
                .forEach(each -> tokens.put("rig", each.segment(), ReplayToken.createReplayToken(each.token(), start)));
        forget();
    }

    /** Forgets what was handled, before another act. */
    void forget() {
        handled.clear();
        replayed.clear();
    }

    /** Waits until every segment has stored a token that names the last record of each partition. */
    void awaitTokensAtEnd() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Tokens.table(db).of("rig").stream()
                        .flatMapToLong(token -> token.positions().entrySet().stream()
                                .mapToLong(position -> lastOffset(position.getKey()) - position.getValue()))
                        .allMatch(left -> left == 0));
    }

    private long lastOffset(int partition) {
        long rounds = sentCount / topic.partitions();
        return rounds - (partition < sentCount % topic.partitions() ? 0 : 1);
    }

    /** Waits until a number of events is handled or nothing has moved for some seconds: the test then says what is missing. */
    void awaitHandled(int count) {
        long[] last = {-1, System.nanoTime()};
        LongSupplier quietSeconds = () -> {
            if (handled.size() != last[0]) {
                last[0] = handled.size();
                last[1] = System.nanoTime();
            }
            return Duration.ofNanos(System.nanoTime() - last[1]).toSeconds();
        };
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> handled.size() >= count || quietSeconds.getAsLong() >= 8);
    }

    private final class Remembering implements Projection {

        @Override
        public List<String> tables() {
            return List.of();
        }

        @Override
        public String name() {
            return "rig";
        }

        @Override
        public void apply(List<? extends EventMessage<?>> batch) {
            for (EventMessage<?> event : batch) {
                BattleMerged payload = (BattleMerged) event.getPayload();
                String key = payload.battleId() + "#" + payload.becauseOfKillmailId();
                handled.add(key);
                if (ReplayToken.isReplay(event)) {
                    replayed.add(key);
                }
            }
        }

        @Override
        public void clear() {
            forget();
        }

        @Override
        public int systemOf(EventMessage<?> event) {
            return ((BattleEvent) event.getPayload()).systemId();
        }

        @Override
        public String sequenceOf(EventMessage<?> event) {
            return ((BattleEvent) event.getPayload()).battleId();
        }

        @Override
        public int linesOf(EventMessage<?> event) {
            return 1;
        }
    }

    Set<String> missing() {
        Set<String> missing = new TreeSet<>(sent);
        missing.removeAll(handled);
        return Collections.unmodifiableSet(missing);
    }
}
