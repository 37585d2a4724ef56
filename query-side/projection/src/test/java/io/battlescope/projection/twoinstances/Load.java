package io.battlescope.projection.twoinstances;

import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.topic.Topic;
import io.battlescope.projection.fixture.Events;
import io.battlescope.projection.fixture.RandomBattles;
import io.battlescope.projection.fixture.TestTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;

/** Some hundred events a second at most, until somebody says stop. */
final class Load implements AutoCloseable {

    private static final int SYSTEMS = 5;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Instances instances;
    private final List<DomainEventMessage<BattleEvent>> sent = new ArrayList<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Semaphore stop = new Semaphore(0);
    private Future<?> telling;
    private int round;

    Load(Instances instances) {
        this.instances = instances;
    }

    void start() {
        telling = thread.submit(() -> {
            do {
                tell();
            } while (!stop.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
            return null;
        });
    }

    /** Tells the battles of a few more systems. */
    private void tell() throws ExecutionException, InterruptedException {
        int seed = ++round;
        List<DomainEventMessage<BattleEvent>> events =
                RandomBattles.interleave(RandomBattles.bySystem(seed, seed * SYSTEMS, SYSTEMS), seed);
        TestTopic.send(events.stream()
                .map(event -> Events.record(instances.topic(Topic.BATTLE_EVENTS), event))
                .toList());
        sent.addAll(events);
    }

    /** All that was told. */
    List<DomainEventMessage<BattleEvent>> stop() throws ExecutionException, InterruptedException {
        stop.release();
        telling.get();
        return List.copyOf(sent);
    }

    @Override
    public void close() throws InterruptedException {
        thread.shutdownNow();
        thread.awaitTermination(10, TimeUnit.SECONDS);
    }
}
