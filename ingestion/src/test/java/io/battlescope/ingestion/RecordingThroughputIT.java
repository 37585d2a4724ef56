package io.battlescope.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.battlescope.api.topic.Topic;
import io.battlescope.kit.status.ServiceReport;
import io.battlescope.kit.status.StatusSource;
import io.battlescope.testing.TestInfrastructure;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole recording through database and broker: counts what comes out, and tells how fast it was, without judging that. */
class RecordingThroughputIT {

    private static final Logger log = LoggerFactory.getLogger(RecordingThroughputIT.class);
    private static final Path RECORDING = Path.of("../../shared/data/killmails.jsonl.gz");
    private static final long KILLMAILS = 56_775;
    /** In abyssal and void space, which the default ruleset refuses. */
    private static final long REFUSED = 3_310 + 24;

    @Test
    void everyKillmailOfTheRecordingThatTheRulesLetPassIsPublishedOnce() {
        assumeTrue(
                Files.exists(RECORDING),
                "skipped: there is no " + RECORDING.toAbsolutePath().normalize());
        TestInfrastructure infrastructure = TestInfrastructure.running();
        String prefix = infrastructure.newTopics();
        long cpuBefore = cpuNanos();
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(IngestionApplication.class)
                .run(
                        "--spring.kafka.bootstrap-servers=" + infrastructure.kafka(),
                        "--spring.data.redis.host=" + infrastructure.redisHost(),
                        "--spring.data.redis.port=" + infrastructure.redisPort(),
                        "--spring.datasource.url=" + infrastructure.newDatabase("ingestion"),
                        "--spring.datasource.username=" + infrastructure.databaseOwner(),
                        "--battlescope.topics.prefix=" + prefix,
                        "--battlescope.feed=file:" + RECORDING)) {
            long from = System.nanoTime();
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> report(service).notes().get("feedState").equals("finished"));
            double seconds = (System.nanoTime() - from) / (double) TimeUnit.SECONDS.toNanos(1);
            double cpu = (cpuNanos() - cpuBefore) / (double) TimeUnit.SECONDS.toNanos(1);
            log.info(
                    "{} killmails in {} s: {} a second; {} s of processor time, start included",
                    KILLMAILS,
                    seconds,
                    Math.round(KILLMAILS / seconds),
                    cpu);

            assertThat(report(service).counters())
                    .containsEntry("accepted", KILLMAILS - REFUSED)
                    .containsEntry("refused", REFUSED)
                    .containsEntry("refused.SPACE_DENIED", REFUSED)
                    .containsEntry("duplicates", 0L)
                    .containsEntry("quarantined", 0L);
            assertThat(Topics.count(infrastructure.kafka(), prefix + Topic.KILLMAIL_INGESTED.topicName()))
                    .isEqualTo(KILLMAILS - REFUSED);
        }
    }

    private static ServiceReport report(ConfigurableApplicationContext service) {
        return StatusSource.all(
                        service.getBeanProvider(StatusSource.class).stream().toList())
                .report();
    }

    private static long cpuNanos() {
        var threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getAllThreadIds())
                .map(threads::getThreadCpuTime)
                .filter(nanos -> nanos > 0)
                .sum();
    }
}
