package io.battlescope.projection.processor;

import io.battlescope.projection.version.ProjectionVersion;
import io.battlescope.projection.version.ProjectionVersion.State;
import io.battlescope.projection.version.ProjectionVersions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The processors that this instance runs: those that the Query DB says are to run and whose tables this code knows how to write. It looks
 * twice a second, so that what an admin decides holds on every instance soon after, and after a restart as well.
 */
public final class ProjectionProcessors implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ProjectionProcessors.class);
    private static final long LOOK_MILLIS = 500;

    private final Map<String, ProjectionFeed> feeds = new TreeMap<>();
    private final ProcessorFactory factory;
    private final ProjectionVersions versions;
    private final NewTopics newTopics;
    private final Map<String, ProcessorHealth> health = new ConcurrentHashMap<>();
    private final Map<String, ProjectionProcessor> running = new ConcurrentHashMap<>();
    private ScheduledExecutorService lineup;
    private volatile List<ProjectionVersion> foreign = List.of();
    private volatile Set<String> lost = Set.of();
    private String trouble = "";

    ProjectionProcessors(
            List<ProjectionFeed> feeds, ProcessorFactory factory, ProjectionVersions versions, NewTopics newTopics) {
        feeds.forEach(feed -> this.feeds.put(feed.projection().name(), feed));
        this.factory = factory;
        this.versions = versions;
        this.newTopics = newTopics;
    }

    @Override
    public synchronized void start() {
        feeds.values()
                .forEach(feed -> versions.ensureFirst(
                        feed.projection().name(), feed.projection().layout()));
        lineUp();
        lineup = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("lineup").daemon().factory());
        lineup.scheduleWithFixedDelay(this::lineUpOrSay, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void lineUpOrSay() {
        try {
            lineUp();
            trouble = "";
        } catch (RuntimeException e) {
            // what runs goes on; said once, not twice a second
            if (trouble.isEmpty()) {
                log.warn("Which processors are to run cannot be told: {}", e.getMessage());
            }
            trouble = String.valueOf(e.getMessage());
        }
    }

    /** Starts what is to run, and stops what is not. */
    public synchronized void lineUp() {
        Map<String, ProjectionVersion> wanted = new TreeMap<>();
        List<ProjectionVersion> toRun = versions.toRun();
        toRun.stream().filter(this::isKnown).forEach(version -> wanted.put(version.tokenName(), version));
        leaveToOthers(toRun.stream()
                .filter(version -> feeds.containsKey(version.processor()) && !isKnown(version))
                .toList());
        factory.pace()
                .pace(wanted.values().stream()
                        .filter(version -> version.state() == State.BUILDING)
                        .map(ProjectionVersion::tokenName)
                        .toList());
        List<ProjectionVersion> stranded =
                lost.stream().map(wanted::remove).filter(Objects::nonNull).toList();
        running.keySet().stream()
                .filter(name -> !wanted.containsKey(name))
                .toList()
                .forEach(this::end);
        wanted.values().stream()
                .filter(version -> !running.containsKey(version.tokenName()))
                .forEach(this::begin);
        stranded.stream()
                .filter(version -> !feeds.get(version.processor()).projection().needsBeginning())
                .forEach(version -> newTopics.follow(version, feeds.get(version.processor())));
    }

    /**
     * From now on these do not run: their topic is another one than that their tokens are about, and where it has grown past their old
     * offsets, events would be passed over without a word. Those that need no beginning soon have tokens of the new one.
     */
    public void strand(Set<String> tokenNames) {
        lost = Set.copyOf(tokenNames);
    }

    private void leaveToOthers(List<ProjectionVersion> versions) {
        if (!versions.equals(foreign)) {
            versions.forEach(version -> log.warn(
                    "The tables of processor {} have layout {}, this code writes layout {}: it has to be rebuilt, and until then"
                            + " only instances with the code of that layout follow it",
                    version.tokenName(),
                    version.layout(),
                    feeds.get(version.processor()).projection().layout()));
        }
        foreign = versions;
    }

    /** Code that writes another layout of the tables leaves them to instances that know it. */
    private boolean isKnown(ProjectionVersion version) {
        ProjectionFeed feed = feeds.get(version.processor());
        return feed != null && feed.projection().layout() == version.layout();
    }

    private void begin(ProjectionVersion version) {
        ProjectionFeed feed = feeds.get(version.processor());
        if (!versions.follows(version, factory.topicId(feed))) {
            return;
        }
        ProjectionProcessor processor = factory.make(feed, version, health(version.tokenName()));
        processor.start();
        running.put(version.tokenName(), processor);
        log.info("Processor {} follows {}", version.tokenName(), feed.topic().topicName());
    }

    private void end(String tokenName) {
        running.remove(tokenName).close();
        health(tokenName).clear();
        log.info("Processor {} has stopped", tokenName);
    }

    @Override
    public void stop() {
        // not under the lock: a look at the lineup may be waiting for it
        lineup.shutdownNow();
        synchronized (this) {
            running.values().forEach(ProjectionProcessor::close);
            running.clear();
            lineup = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return lineup != null;
    }

    /** What processors keep, and where it comes from, whichever of them this instance runs. */
    public Collection<ProjectionFeed> feeds() {
        return feeds.values();
    }

    /** Versions whose tables have another layout than this code writes; instances with other code run them, if there are any. */
    public List<ProjectionVersion> foreign() {
        return foreign;
    }

    /** Of a version that this code knows how to write. */
    public Optional<ProjectionFeed> feedOf(ProjectionVersion version) {
        return isKnown(version) ? Optional.of(feeds.get(version.processor())) : Optional.empty();
    }

    /** Running processors by their name in the token store. */
    public Map<String, ProjectionProcessor> processors() {
        return Map.copyOf(running);
    }

    public ProcessorHealth health(String tokenName) {
        return health.computeIfAbsent(tokenName, ignored -> new ProcessorHealth());
    }
}
