package io.battlescope.projection.twoinstances;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.processor.ProcessorAct;
import io.battlescope.api.processor.ProcessorOrder;
import io.battlescope.api.topic.Topic;
import io.battlescope.projection.ProjectionApplication;
import io.battlescope.projection.fixture.QueryDb;
import io.battlescope.projection.fixture.TestTopic;
import io.battlescope.testing.TestInfrastructure;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Processes of the service that share a Query DB. */
final class Instances implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TestInfrastructure servers = TestInfrastructure.running();
    private final String prefix = TestTopic.allUnderNewPrefix();
    private final QueryDb db = QueryDb.empty();
    private final List<Process> processes = new ArrayList<>();

    /** @param settings of the service, {@code name=value} */
    Process start(String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-Daxoniq.update-checker.disabled=true",
                "-cp",
                System.getProperty("java.class.path"),
                ProjectionApplication.class.getName(),
                "--spring.datasource.url=" + db.url(),
                "--spring.kafka.bootstrap-servers=" + servers.kafka(),
                "--spring.data.redis.host=" + servers.redisHost(),
                "--spring.data.redis.port=" + servers.redisPort(),
                "--battlescope.topics.prefix=" + prefix));
        for (String setting : settings) {
            command.add("--" + setting);
        }
        File log = File.createTempFile("projection-", ".log", new File("target"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        processes.add(process);
        return process;
    }

    /** Such as {@code STOP} and {@code CONT}. */
    static void signal(Process process, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** The one that holds a processor. */
    Process ownerOf(String tokenName) {
        String owner = await("an owner of " + tokenName)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> db.jdbc()
                                .queryForObject(
                                        "select max(owner) from token_entry where processor_name = ?",
                                        String.class,
                                        tokenName),
                        name -> name != null);
        return processes.stream()
                .filter(process -> owner.startsWith(process.pid() + "@"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody here is " + owner));
    }

    String topic(Topic topic) {
        return prefix + topic.topicName();
    }

    QueryDb db() {
        return db;
    }

    /** As the gateway does it; the act's id. */
    String order(String processor, ProcessorAct act) throws ExecutionException, InterruptedException {
        String actId = UUID.randomUUID().toString();
        ProcessorOrder order = new ProcessorOrder(
                actId, "alice", "test", Instant.now(), ProcessorOrder.PROJECTION, processor, null, false, act);
        TestTopic.send(List.of(new ProducerRecord<>(topic(Topic.ADMIN_COMMANDS), order.service(), json(order))));
        return actId;
    }

    private static byte[] json(ProcessorOrder order) {
        try {
            return MessageJson.mapper().writeValueAsBytes(order);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for what came of an act, and that it was done. */
    void awaitDone(String actId) {
        String outcome = await("act " + actId)
                .atMost(PATIENCE)
                .until(
                        () -> db
                                .jdbc()
                                .queryForList(
                                        "select status || coalesce(' ' || code || ' ' || detail, '') from act"
                                                + " where act_id = ? and status in ('done', 'refused')",
                                        String.class,
                                        actId)
                                .stream()
                                .findFirst()
                                .orElse(""),
                        text -> !text.isEmpty());
        if (!outcome.startsWith("done")) {
            throw new AssertionError("The act is " + outcome);
        }
    }

    void awaitRebuild(String rebuildId, String state) {
        await("rebuild is " + state)
                .atMost(PATIENCE)
                .until(() ->
                        db.count("rebuild where rebuild_id = '" + rebuildId + "' and state = '" + state + "'") == 1);
    }

    /** What answers come from, row by row, without the times of writing. */
    Map<String, List<String>> livingBattles() {
        String schema = db.jdbc()
                .queryForObject(
                        "select schema_name from projection_version where processor = 'battles' and state = 'living'",
                        String.class);
        Map<String, List<String>> rows = new TreeMap<>();
        QueryDb.READ_MODEL.stream()
                .filter(table -> table.startsWith("battle") || table.equals("aggregate_progress"))
                .forEach(table -> rows.put(table, rows(schema + "." + table)));
        return rows;
    }

    private List<String> rows(String table) {
        return db.jdbc()
                .queryForList(
                        "select (to_jsonb(t) - 'projected_at' - 'updated_at')::text as line from " + table
                                + " t order by line",
                        String.class);
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
    }
}
