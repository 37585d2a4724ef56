package io.battlescope.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.processor.ProcessorAct.RebuildStep;
import io.battlescope.projection.fixture.Mails;
import io.battlescope.projection.processor.ProjectionProcessors;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class ChangedLayoutIT {

    private static final String WITH_TEST_TABLES =
            "spring.flyway.locations=classpath:db/migration,classpath:db/test-migration";

    private final RebuildRig rig = new RebuildRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void a_new_column_is_deployed_by_a_rebuild_while_old_code_keeps_the_living_version() throws Exception {
        rig.start(WITH_TEST_TABLES, code(KillCounts.OldCode.class));
        rig.service().sendKillmails(killmails(0, 60));
        await().atMost(RebuildRig.PATIENCE).until(() -> kills("public") == 60);

        try (ConfigurableApplicationContext newCode =
                rig.startAnother(WITH_TEST_TABLES, code(KillCounts.NewCode.class))) {
            ProjectionProcessors processors = newCode.getBean(ProjectionProcessors.class);
            assertThat(processors.processors()).doesNotContainKey(KillCounts.NAME);
            assertThat(processors.foreign()).hasSize(1);

            String rebuild = rig.rebuild(KillCounts.NAME, false);
            rig.service().sendKillmails(killmails(60, 40));
            assertThat(rig.outcome(rebuild)).containsEntry("status", "done");
            assertThat(rig.state(rebuild)).as(rig.detail(rebuild)).isEqualTo("ready");
            assertThat(rig.outcome(rig.change(rebuild, RebuildStep.SWITCH))).containsEntry("status", "done");

            assertThat(rig.livingSchema(KillCounts.NAME)).isEqualTo("kill_counts_2");
            rig.service().sendKillmails(killmails(100, 20));
            await().atMost(RebuildRig.PATIENCE).until(() -> kills("kill_counts_2") == 120);
            assertThat(rig.service().db().count("kill_counts_2.kill_count where isk > 0"))
                    .isPositive();
            assertThat(rig.service().db().count("pg_indexes where indexname = 'kill_count_by_kills'"))
                    .isOne();
            assertThat(processors.foreign()).isEmpty();
        }
    }

    @Test
    void a_fresh_installation_of_newer_code_has_its_columns_at_once() throws Exception {
        rig.start(WITH_TEST_TABLES, code(KillCounts.NewCode.class));

        rig.service().sendKillmails(killmails(0, 10));

        await().atMost(RebuildRig.PATIENCE).until(() -> kills("public") == 10);
        assertThat(rig.service().db().count("projection_version where processor = 'kill-counts' and layout = 2"))
                .isOne();
        assertThat(rig.service().db().count("kill_count where isk > 0")).isPositive();
    }

    private long kills(String schema) {
        return rig.jdbc().queryForObject("select coalesce(sum(kills), 0) from " + schema + ".kill_count", Long.class);
    }

    private static String code(Class<?> configuration) {
        return "spring.main.sources=" + configuration.getName();
    }

    private static List<EnrichedKillmail> killmails(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> Mails.enriched(
                        1 + i,
                        30000001 + i % 7,
                        i % 250,
                        i + ".00",
                        Mails.victim(i % 7, 1, 1, Mails.RIFTER),
                        List.of(Mails.attacker(8 + i % 5, 2, 2, null, i, true))))
                .toList();
    }
}
