package io.battlescope.projection.processor;

import io.battlescope.kit.topic.TopicNames;
import io.battlescope.projection.ProjectionProperties;
import io.battlescope.projection.stream.HandOutWindow;
import io.battlescope.projection.stream.KafkaEventSource;
import io.battlescope.projection.stream.Load;
import io.battlescope.projection.stream.StartTokens;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** All processors of the service, from start to stop. */
public final class ProjectionProcessors implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ProjectionProcessors.class);

    private final List<ProjectionFeed> feeds;
    private final TopicNames topics;
    private final StreamKafka kafka;
    private final TokenStore tokens;
    private final TransactionManager transactions;
    private final ProjectionProperties properties;
    private final Map<String, ProcessorHealth> health = new TreeMap<>();
    private volatile Map<String, ProjectionProcessor> processors = Map.of();

    ProjectionProcessors(
            List<ProjectionFeed> feeds,
            TopicNames topics,
            StreamKafka kafka,
            TokenStore tokens,
            TransactionManager transactions,
            ProjectionProperties properties) {
        this.feeds = List.copyOf(feeds);
        this.topics = topics;
        this.kafka = kafka;
        this.tokens = tokens;
        this.transactions = transactions;
        this.properties = properties;
        feeds.forEach(feed -> health.put(feed.projection().name(), new ProcessorHealth()));
    }

    @Override
    public synchronized void start() {
        Map<String, ProjectionProcessor> started = new TreeMap<>();
        for (ProjectionFeed feed : feeds) {
            ProjectionProcessor processor = processor(feed);
            processor.start();
            started.put(processor.name(), processor);
            log.info("Processor {} follows {}", processor.name(), topics.of(feed.topic()));
        }
        processors = started;
    }

    private ProjectionProcessor processor(ProjectionFeed feed) {
        String name = feed.projection().name();
        String topic = topics.of(feed.topic());
        ProcessorHealth state = health.get(name);
        int maxLines = properties.bufferLines();
        HandOutWindow window =
                new HandOutWindow(new Load(HandOutWindow.MAX_EVENTS, maxLines, feed.projection()::linesOf));
        KafkaEventSource source = new KafkaEventSource(
                topic,
                StartTokens.startOf(topic, kafka.admin()),
                kafka.consumer(name, feed.topic()),
                feed.converter(),
                new Load(properties.bufferSize(), maxLines, feed.projection()::linesOf),
                window,
                state::streamFailed);
        BatchInvoker invoker = new BatchInvoker(feed.projection(), window, state);
        return new ProjectionProcessor(name, invoker, source, tokens, transactions, properties);
    }

    @Override
    public synchronized void stop() {
        processors.values().forEach(ProjectionProcessor::close);
        processors = Map.of();
    }

    @Override
    public boolean isRunning() {
        return !processors.isEmpty();
    }

    public List<ProjectionFeed> feeds() {
        return feeds;
    }

    /** Running processors by name. */
    public Map<String, ProjectionProcessor> processors() {
        return processors;
    }

    public ProcessorHealth health(String processor) {
        return health.get(processor);
    }

    /** Empties a projection and rebuilds it from the beginning of its topic. */
    public synchronized void replay(String processor) {
        ProjectionProcessor named = processors.get(processor);
        if (named == null) {
            throw new IllegalArgumentException(
                    "No running processor is called " + processor + ", only " + processors.keySet());
        }
        log.info("Processor {} handles everything again", processor);
        health.get(processor).clear();
        named.replay();
    }
}
