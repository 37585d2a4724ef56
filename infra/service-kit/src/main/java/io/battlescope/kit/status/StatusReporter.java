package io.battlescope.kit.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.processor.ProcessorReport;
import io.battlescope.api.status.ServiceStatus;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Writes this instance's report to Redis each second. Redis is a notice board: without it the service works on. */
class StatusReporter implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StatusReporter.class);

    private static final int STOP_SECONDS = 3;

    private final String service;
    private final String instance = UUID.randomUUID().toString().substring(0, 8);
    private final String host = hostName();
    private final StatusSource source;
    private final List<ProcessorSource> processors;
    private final StringRedisTemplate redis;
    private final Predecessors predecessors;
    private ScheduledExecutorService timer;
    private volatile boolean trouble;
    private volatile boolean succeeded;

    StatusReporter(String service, StatusSource source, List<ProcessorSource> processors, StringRedisTemplate redis) {
        this.service = service;
        this.source = source;
        this.processors = List.copyOf(processors);
        this.redis = redis;
        this.predecessors = new Predecessors(redis);
    }

    static Instant startedAt() {
        return Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // the address is named by nobody, which does not make it another host
            return "localhost";
        }
    }

    @Override
    public synchronized void start() {
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("status").daemon().factory());
        timer.scheduleWithFixedDelay(this::report, 0, 1, TimeUnit.SECONDS);
    }

    /** What is stopped is not silent: it takes its report away. */
    @Override
    public synchronized void stop() {
        timer.shutdownNow();
        try {
            if (!timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                log.warn("A report does not end; the last one stays until it is forgotten");
            }
            redis.delete(ServiceStatus.key(service, instance));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException e) {
            log.warn("The last report stays until it is forgotten: {}", e.toString());
        }
        timer = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }

    private void report() {
        try {
            if (!succeeded) {
                predecessors.forget(service, host);
            }
            ServiceStatus status = status();
            redis.opsForValue().set(status.key(), json(status), Duration.ofSeconds(ServiceStatus.TTL_SECONDS));
            succeeded = true;
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
        List<ProcessorReport> seen = new ArrayList<>();
        for (ProcessorSource each : processors) {
            try {
                seen.addAll(each.processors());
            } catch (RuntimeException e) {
                // what the others say is worth telling
                report = report.and(ServiceReport.trouble(e));
            }
        }
        return new ServiceStatus(
                service,
                instance,
                host,
                ProcessHandle.current().pid(),
                startedAt(),
                Instant.now(),
                report.counters(),
                report.notes(),
                seen);
    }

    private static String json(ServiceStatus status) throws JsonProcessingException {
        return MessageJson.mapper().writeValueAsString(status);
    }
}
