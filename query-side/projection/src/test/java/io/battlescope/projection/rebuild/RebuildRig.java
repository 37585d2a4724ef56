package io.battlescope.projection.rebuild;

import static org.awaitility.Awaitility.await;

import io.battlescope.api.battle.BattleAbsorbed;
import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.BattleMerged;
import io.battlescope.api.processor.ProcessorAct;
import io.battlescope.api.processor.ProcessorAct.ChangeRebuild;
import io.battlescope.api.processor.ProcessorAct.Rebuild;
import io.battlescope.api.processor.ProcessorAct.RebuildStep;
import io.battlescope.api.topic.Topic;
import io.battlescope.projection.ProjectionApplication;
import io.battlescope.projection.fixture.ProjectionService;
import io.battlescope.projection.fixture.RandomBattles;
import io.battlescope.testing.TestInfrastructure;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A projection service, and what admins do to rebuilds, from outside of it. */
final class RebuildRig implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ProjectionService service = new ProjectionService();
    private final List<DomainEventMessage<BattleEvent>> battles =
            RandomBattles.interleave(RandomBattles.bySystem(21, 30), 21);
    private int sent;

    ProjectionService service() {
        return service;
    }

    JdbcTemplate jdbc() {
        return service.db().jdbc();
    }

    RebuildRig start(String... properties) {
        service.start(all(properties).toArray(String[]::new));
        return this;
    }

    /** The next battle events of the story, or some more: never without the end of a merger. */
    void tell(int count) throws Exception {
        int end = Math.min(battles.size(), sent + count);
        while (end < battles.size() && isWithinMerger(end)) {
            end++;
        }
        service.sendBattles(battles.subList(sent, end));
        sent = end;
    }

    private boolean isWithinMerger(int end) {
        return battles.subList(0, end).stream()
                        .mapToInt(event -> switch (event.getPayload()) {
                            case BattleAbsorbed begun -> 1;
                            case BattleMerged done -> -1;
                            default -> 0;
                        })
                        .sum()
                != 0;
    }

    int left() {
        return battles.size() - sent;
    }

    int sent() {
        return sent;
    }

    /** Until the living version has every battle event. */
    void awaitCaughtUp() {
        await().atMost(PATIENCE).until(() -> handled(livingSchema("battles")) == sent);
    }

    long handled(String schema) {
        return jdbc().queryForObject(
                        "select coalesce(sum(last_sequence + 1), 0) from " + schema + ".aggregate_progress",
                        Long.class);
    }

    /** A second instance, in the same process. */
    ConfigurableApplicationContext startAnother(String... properties) {
        return new SpringApplicationBuilder(ProjectionApplication.class).run(arguments(properties));
    }

    /** An instance that can be killed. */
    Process startProcess(String... properties) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx300m",
                "-cp",
                System.getProperty("java.class.path"),
                ProjectionApplication.class.getName()));
        command.addAll(List.of(arguments(properties)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(new File("target/killed-instance.log")))
                .start();
    }

    private String[] arguments(String... properties) {
        TestInfrastructure servers = TestInfrastructure.running();
        String topic = service.topic(Topic.AUDIT_EVENTS);
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.datasource.url=" + service.db().url(),
                "--spring.kafka.bootstrap-servers=" + servers.kafka(),
                "--spring.data.redis.host=" + servers.redisHost(),
                "--spring.data.redis.port=" + servers.redisPort(),
                "--battlescope.topics.prefix="
                        + topic.substring(
                                0,
                                topic.length() - Topic.AUDIT_EVENTS.topicName().length())));
        all(properties).forEach(property -> arguments.add("--" + property));
        return arguments.toArray(String[]::new);
    }

    private static List<String> all(String... properties) {
        List<String> all = new ArrayList<>(List.of(properties));
        all.add("battlescope.projection.claim-timeout=3s");
        all.add("battlescope.projection.drop-grace=1s");
        return all;
    }

    String rebuild(String processor, boolean switchWhenEqual) throws Exception {
        return act(processor, new Rebuild(switchWhenEqual));
    }

    String change(String rebuildId, RebuildStep step) throws Exception {
        return change(rebuildId, step, false);
    }

    String change(String rebuildId, RebuildStep step, boolean acceptDifferences) throws Exception {
        String processor =
                jdbc().queryForObject("select processor from rebuild where rebuild_id = ?", String.class, rebuildId);
        return act(processor, new ChangeRebuild(rebuildId, step, acceptDifferences));
    }

    String act(String processor, ProcessorAct act) throws Exception {
        String actId = UUID.randomUUID().toString();
        service.sendOrder(ProjectionService.order(actId, processor, act));
        return actId;
    }

    /** The row of the act once it has ended. */
    Map<String, Object> outcome(String actId) {
        await().atMost(PATIENCE)
                .until(() -> service.db().count("processor_act where status <> 'running' and act_id = '" + actId + "'")
                        == 1);
        return jdbc().queryForMap("select * from processor_act where act_id = ?", actId);
    }

    void awaitState(String rebuildId, String state) {
        await().atMost(PATIENCE).until(() -> state.equals(state(rebuildId)));
    }

    String state(String rebuildId) {
        return jdbc().queryForList("select state from rebuild where rebuild_id = ?", String.class, rebuildId).stream()
                .findFirst()
                .orElse("none");
    }

    String detail(String rebuildId) {
        return String.valueOf(
                jdbc().queryForMap("select detail, compared from rebuild where rebuild_id = ?", rebuildId));
    }

    /** Rows of the tables of a processor's version, without the times of writing. */
    Map<String, List<String>> rows(String schema, List<String> tables) {
        Map<String, List<String>> rows = new TreeMap<>();
        tables.forEach(table -> rows.put(
                table,
                jdbc().queryForList(
                                "select (to_jsonb(t) - 'projected_at' - 'updated_at')::text as line from " + schema
                                        + "." + table + " t order by line",
                                String.class)));
        return rows;
    }

    String livingSchema(String processor) {
        return jdbc().queryForObject(
                        "select schema_name from projection_version where processor = ? and state = 'living'",
                        String.class,
                        processor);
    }

    @Override
    public void close() {
        service.close();
    }
}
