package io.battlescope.projection.rebuild;

import io.battlescope.projection.processor.ProjectionFeed;
import io.battlescope.projection.processor.ProjectionProcessors;
import io.battlescope.projection.version.ProjectionVersion;
import io.battlescope.projection.version.ProjectionVersion.State;
import io.battlescope.projection.version.ProjectionVersions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Sees to rebuilds that are under way, each by one instance at a time. What it does can be done by two at once all the same, if one of
 * them slept in between: every move asks for the state that it comes from.
 */
@Component
class RebuildWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RebuildWorker.class);
    private static final long LOOK_MILLIS = 200;
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final long RENEWAL_SECONDS = 2;
    /** An instance whose code is newer than the living version creates the next one at once; the others leave it that long to do so. */
    private static final Duration NEWER_CODE_FIRST = Duration.ofSeconds(2);

    private static final String LOOKING = "";
    private static final int STOP_SECONDS = 5;

    private final String name = UUID.randomUUID().toString();
    private final RebuildStore store;
    private final RebuildSteps steps;
    private final ProjectionVersions versions;
    private final ProjectionProcessors processors;
    private final Set<String> atWork = ConcurrentHashMap.newKeySet();
    private final Map<String, String> troubles = new ConcurrentHashMap<>();
    private ScheduledExecutorService timer;
    private ExecutorService tasks;

    RebuildWorker(
            RebuildStore store, RebuildSteps steps, ProjectionVersions versions, ProjectionProcessors processors) {
        this.store = store;
        this.steps = steps;
        this.versions = versions;
        this.processors = processors;
    }

    @Override
    public void start() {
        timer = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().name("rebuilds-", 0).daemon().factory());
        // one for each rebuild, and there is one rebuild of a processor at most
        tasks = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("rebuild-", 0).factory());
        timer.scheduleWithFixedDelay(() -> orSay(this::look), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(() -> orSay(this::renew), RENEWAL_SECONDS, RENEWAL_SECONDS, TimeUnit.SECONDS);
    }

    /** A step of one rebuild may last, and another one may hold a version that has news to handle. */
    private void look() {
        // asked first: of what is at work now, the state that is read next may be an old one
        Set<String> busy = Set.copyOf(atWork);
        for (KnownRebuild rebuild : store.underWay()) {
            if (!busy.contains(rebuild.rebuildId())) {
                versions(rebuild)
                        .filter(both -> isForUs(rebuild, both) && store.take(rebuild.rebuildId(), name, LEASE))
                        .ifPresent(both -> {
                            atWork.add(rebuild.rebuildId());
                            tasks.execute(() -> orSay(() -> workOn(rebuild, both)));
                        });
            }
        }
    }

    private void workOn(KnownRebuild rebuild, Versions both) {
        try {
            steps.advance(rebuild, both);
            troubles.remove(rebuild.rebuildId());
        } catch (RuntimeException e) {
            if (rebuild.state() == RebuildState.CREATING && isForGood(e)) {
                log.error("Rebuild {} cannot be made", rebuild.rebuildId(), e);
                steps.fail(rebuild, e);
            } else {
                say(rebuild, e);
            }
        } finally {
            atWork.remove(rebuild.rebuildId());
        }
    }

    /** Such as a script that PostgreSQL does not understand. */
    private static boolean isForGood(RuntimeException thrown) {
        return thrown instanceof NonTransientDataAccessException || thrown instanceof IllegalStateException;
    }

    /** In the log once; in the rebuild as long as it lasts. */
    private void say(KnownRebuild rebuild, RuntimeException thrown) {
        String cause = String.valueOf(thrown.getMessage());
        if (!cause.equals(troubles.put(rebuild.rebuildId(), cause))) {
            log.warn("Rebuild {} does not get on", rebuild.rebuildId(), thrown);
        }
        store.tell(rebuild, cause, Map.of());
    }

    private void renew() {
        atWork.forEach(rebuildId -> store.take(rebuildId, name, LEASE));
    }

    private void orSay(Runnable work) {
        try {
            work.run();
            troubles.remove(LOOKING);
        } catch (RuntimeException e) {
            // the next look may do better
            if (troubles.put(LOOKING, "") == null) {
                log.warn("Rebuilds cannot be seen to: {}", e.getMessage());
            }
        }
    }

    @Override
    public void stop() {
        timer.shutdownNow();
        tasks.shutdownNow();
        try {
            if (!tasks.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                log.warn("A step of a rebuild does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        timer = null;
        // the next one need not wait for the lease
        orSay(() -> store.leaveAll(name));
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    private Optional<Versions> versions(KnownRebuild rebuild) {
        Optional<ProjectionFeed> feed = processors.feeds().stream()
                .filter(each -> each.projection().name().equals(rebuild.processor()))
                .findFirst();
        return feed.map(known -> new Versions(
                known, version(rebuild, rebuild.oldVersion(), known), version(rebuild, rebuild.newVersion(), known)));
    }

    /** As it is written down, or as it is going to be. */
    private ProjectionVersion version(KnownRebuild rebuild, int version, ProjectionFeed feed) {
        return versions.find(rebuild.processor(), version)
                .orElseGet(() -> new ProjectionVersion(
                        rebuild.processor(),
                        version,
                        rebuild.processor().replace('-', '_') + "_" + version,
                        feed.projection().layout(),
                        State.BUILDING));
    }

    private boolean isForUs(KnownRebuild rebuild, Versions both) {
        return switch (rebuild.state()) {
            case CREATING ->
                both.projection().layout() > both.old().layout()
                        || rebuild.age(Instant.now()).compareTo(NEWER_CODE_FIRST) > 0;
            case VERIFYING -> both.canWrite(both.made());
            default -> true;
        };
    }
}
