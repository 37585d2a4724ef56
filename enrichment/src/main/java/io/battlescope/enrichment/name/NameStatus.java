package io.battlescope.enrichment.name;

import io.battlescope.esi.EsiReport;
import io.battlescope.kit.status.ServiceReport;
import io.battlescope.kit.status.StatusSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Counts what was named and what waits for it, for the status report. */
final class NameStatus implements StatusSource {

    private final EsiReport esi;
    private final AtomicLong named = new AtomicLong();
    private final AtomicLong tickers = new AtomicLong();
    private final AtomicLong unknown = new AtomicLong();
    private final AtomicLong unreadable = new AtomicLong();
    private final Map<String, Long> pending = new ConcurrentHashMap<>();

    NameStatus(EsiReport esi) {
        this.esi = esi;
    }

    void named(int more) {
        named.addAndGet(more);
    }

    void gotTicker() {
        tickers.incrementAndGet();
    }

    void unknown() {
        unknown.incrementAndGet();
    }

    void unreadable() {
        unreadable.incrementAndGet();
    }

    /**
     * How much of a queue is left.
     *
     * @param inHand records that were fetched and are not done
     */
    void pending(String queue, int inHand, Consumer<?, ?> consumer) {
        long unread = 0;
        for (TopicPartition partition : consumer.assignment()) {
            unread += consumer.currentLag(partition).orElse(0);
        }
        pending.put(queue, unread + inHand);
    }

    @Override
    public ServiceReport report() {
        Map<String, Long> counters = new TreeMap<>(esi.counters());
        counters.putAll(pending);
        counters.put("named", named.get());
        counters.put("tickers", tickers.get());
        counters.put("unknownIds", unknown.get());
        counters.put("unreadableForNames", unreadable.get());
        return new ServiceReport(counters, esi.notes());
    }
}
