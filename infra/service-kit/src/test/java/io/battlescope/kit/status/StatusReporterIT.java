package io.battlescope.kit.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.status.ServiceStatus;
import io.battlescope.testing.TestInfrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

class StatusReporterIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String service = "service-" + UUID.randomUUID();
    private final LettuceConnectionFactory connections = new LettuceConnectionFactory(
            TestInfrastructure.running().redisHost(),
            TestInfrastructure.running().redisPort());
    private StringRedisTemplate redis;

    @BeforeEach
    void connect() {
        connections.start();
        redis = new StringRedisTemplate(connections);
    }

    @AfterEach
    void disconnect() {
        connections.destroy();
    }

    @Test
    void what_one_source_cannot_tell_takes_nothing_from_the_others() {
        StatusSource works = () -> new ServiceReport(Map.of("accepted", 5L), Map.of());
        StatusSource fails = () -> {
            throw new IllegalStateException("the disk is gone");
        };
        ProcessorSource failsAsWell = () -> {
            throw new IllegalStateException("the disk is gone");
        };
        StatusReporter reporter =
                new StatusReporter(service, StatusSource.all(List.of(fails, works)), List.of(failsAsWell), redis);

        reporter.start();

        await().atMost(PATIENCE).until(() -> reports().size() == 1);
        ServiceStatus report = reports().getFirst();
        assertThat(report.counters()).containsEntry("accepted", 5L);
        assertThat(report.notes().get("error")).contains("the disk is gone");
        reporter.stop();
    }

    @Test
    void an_instance_that_is_stopped_takes_its_report_away() {
        StatusReporter reporter = reporter();
        reporter.start();
        await().atMost(PATIENCE).until(() -> reports().size() == 1);

        reporter.stop();

        assertThat(reports()).isEmpty();
    }

    @Test
    void a_report_stays_while_its_process_hangs_and_goes_with_the_start_of_another_once_that_has_died()
            throws IOException, InterruptedException {
        String here = InetAddress.getLocalHost().getHostName();
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Process hangs = new ProcessBuilder("sleep", "600").start();
        StatusReporter reporter = reporter();
        try {
            left("dead", here, dead.pid());
            left("hangs", here, hangs.pid());
            left("elsewhere", "another host", dead.pid());

            reporter.start();

            await().atMost(PATIENCE)
                    .until(() -> reports().stream()
                            .anyMatch(report ->
                                    report.pid() == ProcessHandle.current().pid()));
            assertThat(reports())
                    .extracting(ServiceStatus::instance)
                    .contains("hangs", "elsewhere")
                    .doesNotContain("dead");
        } finally {
            reporter.stop();
            hangs.destroyForcibly();
        }
    }

    private StatusReporter reporter() {
        return new StatusReporter(service, () -> new ServiceReport(Map.of(), Map.of()), List.of(), redis);
    }

    private void left(String instance, String host, long pid) {
        Instant before = Instant.now();
        ServiceStatus status =
                new ServiceStatus(service, instance, host, pid, before, before, Map.of(), Map.of(), List.of());
        try {
            redis.opsForValue().set(status.key(), MessageJson.mapper().writeValueAsString(status), PATIENCE);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<ServiceStatus> reports() {
        return redis.keys(ServiceStatus.KEY_PREFIX + service + ":*").stream()
                .map(key -> redis.opsForValue().get(key))
                .map(StatusReporterIT::read)
                .toList();
    }

    private static ServiceStatus read(String json) {
        try {
            return MessageJson.mapper().readValue(json, ServiceStatus.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
