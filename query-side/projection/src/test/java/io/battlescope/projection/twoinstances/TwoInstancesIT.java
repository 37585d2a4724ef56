package io.battlescope.projection.twoinstances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.processor.ProcessorAct;
import io.battlescope.api.processor.ProcessorAct.RebuildStep;
import io.battlescope.api.processor.ProcessorAct.ResetTo;
import io.battlescope.projection.battle.BattlesAnew;
import io.battlescope.projection.fixture.QueryDb;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Two processes on one Query DB, under load. After each disturbance the tables equal a projection made anew, row by row. */
class TwoInstancesIT {

    private static final String BATTLES = "battles";
    private static final String[] SETTINGS = {
        "battlescope.projection.claim-timeout=4s",
        "battlescope.projection.segments=2",
        "battlescope.projection.rebuild-share=0.9",
        "battlescope.projection.drop-grace=1s"
    };

    private final Instances instances = new Instances();
    private final Load load = new Load(instances);

    @BeforeEach
    void start() throws IOException {
        instances.start(SETTINGS);
        instances.start(SETTINGS);
        instances.ownerOf(BATTLES);
        load.start();
        awaitBattles(50);
    }

    @AfterEach
    void stop() throws InterruptedException {
        load.close();
        instances.close();
    }

    @Test
    void resetUnderLoadWhileTheOwnerHangsEndsEqual() throws Exception {
        instances.awaitDone(
                instances.order(BATTLES, new ProcessorAct.Reset(ResetTo.START, null, Map.of(), true, false)));
        awaitBattles(50);

        // longer than its claim lasts, and in the middle of whatever it is doing
        Process hanging = instances.ownerOf(BATTLES);
        Instances.signal(hanging, "STOP");
        await("another owner")
                .atMost(Instances.PATIENCE)
                .until(() -> !instances.ownerOf(BATTLES).equals(hanging));
        Instances.signal(hanging, "CONT");

        requireEqual(load.stop());
    }

    /** Takes a machine of its own for some minutes: {@code infra/faults/two-instances.sh}. */
    @Test
    @EnabledIfSystemProperty(named = "battlescope.long", matches = "true")
    void rebuildUnderLoadWithItsProcessKilledSwitchesAndRollsBackEqual() throws Exception {
        String rebuildId = instances.order(BATTLES, new ProcessorAct.Rebuild(true));
        Process building = instances.ownerOf("battles@2");
        building.destroyForcibly().waitFor();
        instances.start(SETTINGS);
        instances.awaitRebuild(rebuildId, "switched");
        requireEqual(load.stop());
        assertThat(instances.db().count("projection_version where version = 2 and state = 'living'"))
                .isOne();

        load.start();
        awaitBattles(1);
        instances.awaitDone(
                instances.order(BATTLES, new ProcessorAct.ChangeRebuild(rebuildId, RebuildStep.ROLLBACK, false)));
        instances.awaitRebuild(rebuildId, "rolled_back");
        requireEqual(load.stop());

        instances.awaitDone(
                instances.order(BATTLES, new ProcessorAct.ChangeRebuild(rebuildId, RebuildStep.FINISH, false)));
        instances.awaitRebuild(rebuildId, "finished");
        assertThat(instances.db().count("pg_namespace where nspname = 'battles_2'"))
                .isZero();
        assertThat(instances.livingBattles()).hasSizeGreaterThan(5);
    }

    private void awaitBattles(int count) {
        await("battles under way")
                .atMost(Instances.PATIENCE)
                .ignoreExceptions()
                .until(() -> instances.livingBattles().get("battle").size() >= count);
    }

    private void requireEqual(List<DomainEventMessage<BattleEvent>> told) {
        Map<String, List<String>> anew = rows(BattlesAnew.of(told));
        await("the same rows")
                .atMost(Instances.PATIENCE)
                .untilAsserted(() ->
                        assertThat(difference(instances.livingBattles(), anew)).isEmpty());
    }

    private static List<String> difference(Map<String, List<String>> living, Map<String, List<String>> anew) {
        return anew.keySet().stream()
                .filter(table -> !anew.get(table).equals(living.get(table)))
                .map(table -> table + " has " + living.get(table).size() + " rows and should have "
                        + anew.get(table).size() + ", or they differ")
                .toList();
    }

    private static Map<String, List<String>> rows(QueryDb db) {
        Map<String, List<String>> rows = new TreeMap<>(db.rows());
        rows.keySet().removeIf(table -> !table.startsWith("battle") && !table.equals("aggregate_progress"));
        return rows;
    }
}
