package io.battlescope.kit.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.status.ServiceStatus;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Writes this instance's report to Redis each second. Redis is a notice board: without it the service works on. */
class StatusReporter implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StatusReporter.class);

    private final String service;
    private final String instance = UUID.randomUUID().toString().substring(0, 8);
    private final Instant startedAt =
            Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    private final StatusSource source;
    private final List<ProcessorSource> processors;
    private final StringRedisTemplate redis;
    private ScheduledExecutorService timer;
    private volatile boolean trouble;

    StatusReporter(String service, StatusSource source, List<ProcessorSource> processors, StringRedisTemplate redis) {
        this.service = service;
        this.source = source;
        this.processors = List.copyOf(processors);
        this.redis = redis;
    }

    @Override
    public synchronized void start() {
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("status").daemon().factory());
        timer.scheduleWithFixedDelay(this::report, 0, 1, TimeUnit.SECONDS);
    }

    @Override
    public synchronized void stop() {
        timer.shutdownNow();
        timer = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    private void report() {
        try {
            ServiceStatus status = status();
            redis.opsForValue().set(status.key(), json(status), Duration.ofSeconds(ServiceStatus.TTL_SECONDS));
            trouble = false;
        } catch (RuntimeException | JsonProcessingException e) {
            // said once, not each second; the next success clears it
            if (!trouble) {
                log.warn("No status report: {}", e.toString());
            }
            trouble = true;
        }
    }

    private ServiceStatus status() {
        ServiceReport report = source.report();
        return new ServiceStatus(
                service,
                instance,
                ProcessHandle.current().pid(),
                startedAt,
                Instant.now(),
                report.counters(),
                report.notes(),
                processors.stream().flatMap(each -> each.processors().stream()).toList());
    }

    private static String json(ServiceStatus status) throws JsonProcessingException {
        return MessageJson.mapper().writeValueAsString(status);
    }
}
