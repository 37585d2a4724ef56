package io.battlescope.command.publishing;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Has this instance's publishers run or rest, as the Events DB says. It looks twice a second, so that what an admin decides holds on every
 * instance soon after, and after a restart as well. A publisher whose readers need its topic from the beginning also rests while the topic
 * is not the one that it has published to, for whatever it sent would lie before the beginning, and while it holds what the store does not.
 * Others go on with the topic there is.
 */
final class Lineup implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Lineup.class);
    private static final long LOOK_MILLIS = 500;

    private final Targets targets;
    private final PublisherControl control;
    private final TopicWatch topics;
    private final StoreWatch stores;
    private volatile Map<String, PublisherControl.Row> rows = Map.of();
    private volatile boolean looked;
    /** The topics that there were when publishers were started here. */
    private final Map<String, String> startedOn = new HashMap<>();

    private volatile String trouble = "";
    private ScheduledExecutorService timer;

    Lineup(Targets targets, PublisherControl control, TopicWatch topics, StoreWatch stores) {
        this.targets = targets;
        this.control = control;
        this.topics = topics;
        this.stores = stores;
    }

    @Override
    public synchronized void start() {
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("lineup").daemon().factory());
        timer.scheduleWithFixedDelay(this::lookOrSay, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void lookOrSay() {
        try {
            look();
            trouble = "";
        } catch (RuntimeException e) {
            // what runs goes on; said once, not twice a second
            if (trouble.isEmpty()) {
                log.warn("Whether publishers are to run cannot be told: {}", e.getMessage());
            }
            trouble = String.valueOf(e.getMessage());
        }
    }

    private void look() {
        topics.look();
        targets.topics().forEach((processor, topic) -> {
            String id = topics.idOf(topic);
            if (id != null && row(processor).topicId() == null) {
                control.firstSeen(processor, id);
            }
        });
        targets.publishers().stream()
                .filter(publisher -> !publisher.needsBeginning() && topics.idOf(publisher.topic()) != null)
                .filter(publisher -> !loss(publisher.name()).isEmpty())
                .forEach(this::adopt);
        rows = control.all().stream().collect(Collectors.toMap(PublisherControl.Row::processor, row -> row));
        targets.publishers().forEach(this::lineUp);
        looked = true;
    }

    /** Whether it is known what is to run, and on which topics. */
    boolean hasLooked() {
        return looked;
    }

    private void adopt(Publisher publisher) {
        log.warn("{}: {} goes on with it", loss(publisher.name()), publisher.name());
        control.adopt(publisher.name(), topics.idOf(publisher.topic()));
    }

    private void lineUp(Publisher publisher) {
        String topicId = topics.idOf(publisher.topic());
        if (publisher.isRunning() && topicId != null && !topicId.equals(startedOn.get(publisher.name()))) {
            // its producer counts on from what it sent to the topic before
            publisher.stop();
        }
        if (publisher.needsBeginning() && topicId != null && !isPaused(publisher.name())) {
            boolean isAboutToStart = !publisher.isRunning() && !isHeld(publisher);
            stores.look(publisher, topicId, isAboutToStart);
        }
        boolean wanted = !isPaused(publisher.name()) && !isHeld(publisher);
        if (wanted && !publisher.isRunning()) {
            startedOn.put(publisher.name(), topicId);
            publisher.start();
            log.info("{} runs", publisher.name());
        } else if (!wanted && publisher.isRunning()) {
            publisher.stop();
            log.info("{} rests: {}", publisher.name(), why(publisher.name()));
        }
    }

    boolean isPaused(String processor) {
        return row(processor).paused();
    }

    /** Why it rests. */
    String why(String processor) {
        return isPaused(processor) ? "paused" : loss(processor).isEmpty() ? behind(processor) : loss(processor);
    }

    boolean isHeld(Publisher publisher) {
        return publisher.needsBeginning()
                && !(loss(publisher.name()).isEmpty()
                        && behind(publisher.name()).isEmpty());
    }

    /** What the topic holds that the store does not have; empty when that is nothing, as far as anybody looked. */
    String behind(String processor) {
        return stores.behind(processor);
    }

    /** What has become of a topic that had been published to; empty when it is the same as ever. */
    String loss(String processor) {
        String known = row(processor).topicId();
        if (known == null || !topics.hasLooked()) {
            return "";
        }
        var topic = targets.topics().get(processor);
        String now = topics.idOf(topic);
        if (now == null) {
            return topic.topicName() + " does not exist";
        }
        return now.equals(known) ? "" : topic.topicName() + " was made anew";
    }

    private PublisherControl.Row row(String processor) {
        return rows.getOrDefault(processor, new PublisherControl.Row(processor, false, null));
    }

    @Override
    public void stop() {
        timer.shutdownNow();
        synchronized (this) {
            timer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }
}
