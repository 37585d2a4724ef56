package io.battlescope.projection.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.processor.ProcessorAct;
import io.battlescope.api.processor.ProcessorAct.Pause;
import io.battlescope.api.processor.ProcessorAct.Reset;
import io.battlescope.api.processor.ProcessorAct.ResetTo;
import io.battlescope.api.processor.ProcessorAct.Resume;
import io.battlescope.projection.fixture.Mails;
import io.battlescope.projection.fixture.ProjectionService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ProjectionService service = new ProjectionService();

    private static int mails;

    @BeforeAll
    static void start() {
        service.start("battlescope.projection.segments=2", "battlescope.projection.claim-timeout=5s");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void caughtUp() throws Exception {
        sendKillmails(20);
        await().atMost(PATIENCE).until(service::isCaughtUp);
    }

    @Test
    void a_paused_processor_handles_nothing_until_it_is_resumed() throws Exception {
        assertThat(outcome(act(new Pause()))).containsEntry("status", "done");
        long before = service.db().count("killmail");
        sendKillmails(5);
        assertThat(outcome(act(new Pause()))).containsEntry("status", "done");
        assertThat(service.db().count("killmail")).isEqualTo(before);

        assertThat(outcome(act(new Resume()))).containsEntry("status", "done");
        await().atMost(PATIENCE).until(() -> service.db().count("killmail") == before + 5);
    }

    @Test
    void a_reset_to_the_start_gives_the_same_rows() throws Exception {
        List<String> live = service.db().rows().get("killmail");

        assertThat(outcome(act(new Reset(ResetTo.START, null, null, true, false))))
                .containsEntry("status", "done");
        await().atMost(PATIENCE).until(service::isCaughtUp);

        assertThat(service.db().rows().get("killmail")).isEqualTo(live);
    }

    private static String act(ProcessorAct act) throws Exception {
        String actId = UUID.randomUUID().toString();
        service.sendOrder(ProjectionService.order(actId, "killmails", act));
        return actId;
    }

    private static Map<String, Object> outcome(String actId) {
        await().atMost(PATIENCE)
                .until(() -> service.db().count("processor_act where status <> 'running' and act_id = '" + actId + "'")
                        == 1);
        return service.db().jdbc().queryForMap("select * from processor_act where act_id = ?", actId);
    }

    private static void sendKillmails(int count) throws Exception {
        List<EnrichedKillmail> killmails = IntStream.range(mails, mails + count)
                .mapToObj(i -> Mails.enriched(
                        1 + i,
                        30000001 + i % 17,
                        i % 250,
                        i + ".00",
                        Mails.victim(i % 7, 1, 1, Mails.RIFTER),
                        List.of(Mails.attacker(8 + i % 5, 2, 2, null, i, true))))
                .toList();
        mails += count;
        service.sendKillmails(killmails);
    }
}
