package io.battlescope.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrashedRebuildIT {

    private static final List<String> SOME_TABLES =
            List.of("battle", "battle_killmail", "battle_participant", "battle_pair", "aggregate_progress");

    private final RebuildRig rig = new RebuildRig();

    @AfterEach
    void close() {
        rig.close();
    }

    /** Every move is one transaction, so what a death leaves is a state, a hold and a lease. */
    @Test
    void a_rebuild_goes_on_wherever_an_instance_died() throws Exception {
        String battles;
        Process killed =
                rig.startProcess("battlescope.projection.rebuild-share=0.02", "battlescope.projection.batch-size=5");
        try {
            await().atMost(RebuildRig.PATIENCE)
                    .until(() -> rig.service().db().count("information_schema.tables where table_name = 'token_entry'")
                                    == 1
                            && rig.service().db().count("token_entry where processor_name = 'feed-acts-requested'")
                                    == 1);
            rig.tell(200);
            rig.awaitCaughtUp();
            battles = rig.rebuild("battles", false);
            await().atMost(RebuildRig.PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> List.of("building", "verifying").contains(rig.state(battles)));
        } finally {
            killed.destroyForcibly().waitFor();
        }
        assertThat(rig.state(battles)).isIn("building", "verifying");

        rig.tell(20);
        rig.start();
        assertThat(rig.outcome(battles)).containsEntry("status", "done");
        assertThat(rig.state(battles)).as(rig.detail(battles)).isEqualTo("ready");
        String entities = ready("entities");
        String facts = ready("ingestion-state");

        rig.service().stop();
        died(battles, "verifying", "battles", "battles@2");
        died(entities, "switching", "entities");
        died(facts, "cancelled");
        rig.jdbc().update("update projection_version set state = 'dropping' where schema_name = 'ingestion_state_2'");
        rig.tell(10);
        rig.start();

        rig.awaitState(battles, "ready");
        rig.awaitState(entities, "switched");
        await().atMost(RebuildRig.PATIENCE)
                .until(() ->
                        rig.service().db().count("information_schema.schemata where schema_name = 'ingestion_state_2'")
                                == 0);
        assertThat(rig.service().db().count("processor_control where held_by is not null"))
                .isZero();
        await().atMost(RebuildRig.PATIENCE)
                .until(() -> rig.handled("public") == rig.sent() && rig.handled("battles_2") == rig.sent());
        assertThat(rig.rows("battles_2", SOME_TABLES)).isEqualTo(rig.rows("public", SOME_TABLES));
    }

    private String ready(String processor) throws Exception {
        String rebuild = rig.rebuild(processor, false);
        assertThat(rig.outcome(rebuild)).containsEntry("status", "done");
        assertThat(rig.state(rebuild)).as(rig.detail(rebuild)).isEqualTo("ready");
        return rebuild;
    }

    private void died(String rebuildId, String state, String... held) {
        rig.jdbc()
                .update(
                        "update rebuild set state = ?, worker = 'dead', worker_until = clock_timestamp() + interval '3 s'"
                                + " where rebuild_id = ?",
                        state,
                        rebuildId);
        for (String tokenName : held) {
            rig.jdbc()
                    .update(
                            "insert into processor_control as c (token_name, processor, held_by) select ?, processor, ? from rebuild where rebuild_id = ?"
                                    + " on conflict (token_name) do update set held_by = excluded.held_by",
                            tokenName,
                            "rebuild " + rebuildId,
                            rebuildId);
        }
    }
}
