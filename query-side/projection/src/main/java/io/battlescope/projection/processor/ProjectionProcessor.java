package io.battlescope.projection.processor;

import io.battlescope.projection.ProjectionProperties;
import io.battlescope.projection.stream.KafkaEventSource;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;

/** A pooled streaming processor with everything that belongs to it: its source, its threads, its start token. */
public final class ProjectionProcessor implements AutoCloseable {

    private static final int STOP_SECONDS = 30;
    private static final long CLAIM_INTERVAL_MILLIS = 1000;

    private final String name;
    private final KafkaEventSource source;
    private final ScheduledExecutorService coordinator;
    private final ScheduledExecutorService workers;
    private final PooledStreamingEventProcessor axon;

    public ProjectionProcessor(
            String name,
            EventHandlerInvoker invoker,
            KafkaEventSource source,
            TokenStore tokens,
            TransactionManager transactions,
            RebuildPace pace,
            ProjectionProperties properties) {
        this.name = name;
        this.source = source;
        // one thread: two could miss each other's wake-up call
        this.coordinator = Executors.newSingleThreadScheduledExecutor(threads(name + "-coordinator"));
        this.workers = pace.workers(name, properties.segments(), threads(name + "-worker"));
        this.axon = PooledStreamingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(invoker)
                .errorHandler(PropagatingErrorHandler.INSTANCE)
                .messageSource(source)
                .tokenStore(tokens)
                .transactionManager(transactions)
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .initialSegmentCount(properties.segments())
                .initialToken(ignored -> source.createTailToken())
                .batchSize(properties.batchSize())
                .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                .claimExtensionThreshold(properties.claimTimeout().toMillis() / 5)
                // a long batch must not lose its claim while it is at work
                .enableCoordinatorClaimExtension()
                .build();
    }

    private static ThreadFactory threads(String name) {
        return Thread.ofPlatform().name(name + "-", 0).daemon().factory();
    }

    public String name() {
        return name;
    }

    public boolean isRunning() {
        return axon.isRunning();
    }

    /** How far the segments are that this process holds. */
    public Map<Integer, EventTrackerStatus> segments() {
        return axon.processingStatus();
    }

    /** Lets go of a segment, soon, and leaves it to other processes for some time. */
    public void release(int segment, int seconds) {
        axon.releaseSegment(segment, seconds, TimeUnit.SECONDS);
    }

    public void start() {
        axon.start();
    }

    /** Ends with the batch at work; nothing is lost when the process ends without. */
    public void stop() {
        try {
            axon.shutdownAsync().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Processor " + name + " does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while processor " + name + " was stopping", e);
        }
    }

    @Override
    public void close() {
        try {
            stop();
        } finally {
            source.close();
            coordinator.shutdown();
            workers.shutdown();
        }
    }
}
