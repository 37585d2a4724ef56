package io.battlescope.command.kafka;

import io.battlescope.kit.status.ServiceReport;
import io.battlescope.kit.status.StatusSource;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** What the command side tells of itself. */
class CommandSideStatus implements StatusSource {

    private final Progress progress;
    private final KafkaListenerEndpointRegistry listeners;

    CommandSideStatus(Progress progress, KafkaListenerEndpointRegistry listeners) {
        this.progress = progress;
        this.listeners = listeners;
    }

    @Override
    public ServiceReport report() {
        Map<String, Long> counters = new HashMap<>();
        long lag = lagRecords() + progress.inHand();
        counters.put("attributed", progress.handled());
        counters.put("deadLettered", progress.deadLettered());
        counters.put("lagRecords", lag);
        counters.put("lagMillis", lag > 0 ? progress.ageMillis() : 0);
        return new ServiceReport(counters, Map.of());
    }

    /** The consumer's own measure, summed over partitions. */
    private long lagRecords() {
        MessageListenerContainer container = listeners.getListenerContainer(CommandSideListener.ID);
        if (container == null) {
            return 0;
        }
        return container.metrics().values().stream()
                .flatMap(metrics -> metrics.entrySet().stream())
                .filter(entry -> isPartitionLag(entry.getKey()))
                .map(entry -> entry.getValue().metricValue())
                .filter(value -> value instanceof Double lag && !lag.isNaN())
                .mapToLong(value -> ((Double) value).longValue())
                .sum();
    }

    private static boolean isPartitionLag(MetricName name) {
        return name.name().equals("records-lag") && name.tags().containsKey("partition");
    }
}
