package io.battlescope.projection.rebuild;

import io.battlescope.projection.processor.StreamKafka;
import io.battlescope.projection.version.ProjectionVersion;
import io.battlescope.projection.version.TokenTable;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/** How far a version is that catches up, at what pace, and how long it will take. */
@Component
class RebuildProgress implements AutoCloseable {

    private static final long INTERVAL_NANOS = Duration.ofSeconds(1).toNanos();
    private static final double WEIGHT_OF_THE_LATEST = 0.3;
    private static final Duration CLOSING = Duration.ofSeconds(1);

    private final StreamKafka kafka;
    private final TokenTable tokens;
    private final RebuildStore store;
    private final Map<String, Look> looks = new ConcurrentHashMap<>();
    private Admin admin;

    private record Look(long nanoTime, long handled, double perSecond) {

        Look next(long now, long handledNow) {
            double pace = Math.max(0, handledNow - handled) * 1e9 / (now - nanoTime);
            double smooth = perSecond == 0
                    ? pace
                    : (1 - WEIGHT_OF_THE_LATEST) * perSecond + WEIGHT_OF_THE_LATEST * pace;
            return new Look(now, handledNow, smooth);
        }
    }

    RebuildProgress(StreamKafka kafka, TokenTable tokens, RebuildStore store) {
        this.kafka = kafka;
        this.tokens = tokens;
        this.store = store;
    }

    /** At most once a second. */
    void tell(KnownRebuild rebuild, ProjectionVersion version) {
        long now = System.nanoTime();
        Look last = looks.get(rebuild.rebuildId());
        Map<TopicPartition, Long> positions = tokens.read(version.tokenName()).lowest();
        if (positions.isEmpty() || (last != null && now - last.nanoTime() < INTERVAL_NANOS)) {
            return;
        }
        TopicBounds bounds = TopicBounds.of(positions.keySet(), admin());
        long handled = bounds.handled(positions);
        Look look = last == null ? new Look(now, handled, 0) : last.next(now, handled);
        looks.put(rebuild.rebuildId(), look);
        store.tell(rebuild, null, figures(bounds.total(), look));
    }

    private static Map<String, Long> figures(long total, Look look) {
        Map<String, Long> figures = new TreeMap<>(Map.of("eventsTotal", total, "eventsHandled", look.handled()));
        long pace = Math.round(look.perSecond());
        if (pace > 0) {
            figures.put("perSecond", pace);
            figures.put("etaSeconds", Math.max(0, total - look.handled()) / pace);
        }
        return figures;
    }

    /** All there is in the topic that a version follows. */
    long total(ProjectionVersion living) {
        Map<TopicPartition, Long> positions = tokens.read(living.tokenName()).lowest();
        return positions.isEmpty() ? 0 : TopicBounds.of(positions.keySet(), admin()).total();
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(kafka.admin());
        }
        return admin;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(CLOSING);
        }
    }
}
