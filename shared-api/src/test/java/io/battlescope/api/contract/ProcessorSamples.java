package io.battlescope.api.contract;

import static io.battlescope.api.contract.Samples.ACT;
import static io.battlescope.api.contract.Samples.ASKED;
import static io.battlescope.api.contract.Samples.AT;

import io.battlescope.api.access.ApiKeyChanged;
import io.battlescope.api.access.Role;
import io.battlescope.api.processor.ProcessorAct;
import io.battlescope.api.processor.ProcessorAct.RebuildStep;
import io.battlescope.api.processor.ProcessorAct.ResetTo;
import io.battlescope.api.processor.ProcessorOrder;
import java.util.Map;

/** What admins can ask of processors, each act once, by the name that it has in JSON; and keys. */
final class ProcessorSamples {

    static final Map<String, ProcessorAct> ACTS = Map.ofEntries(
            Map.entry("pause", new ProcessorAct.Pause()),
            Map.entry("resume", new ProcessorAct.Resume()),
            Map.entry("reset", new ProcessorAct.Reset(ResetTo.OFFSETS, null, Map.of(0, 1200L, 3, 998L), false, true)),
            Map.entry("splitSegment", new ProcessorAct.SplitSegment(1)),
            Map.entry("mergeSegment", new ProcessorAct.MergeSegment(1)),
            Map.entry("releaseSegment", new ProcessorAct.ReleaseSegment(1, 60)),
            Map.entry("rebuild", new ProcessorAct.Rebuild(true)),
            Map.entry("changeRebuild", new ProcessorAct.ChangeRebuild("r1", RebuildStep.SWITCH, true)),
            Map.entry("republish", new ProcessorAct.Republish(AT, null)),
            Map.entry("retryDeadLetters", new ProcessorAct.RetryDeadLetters("30001155", "an event is missing")),
            Map.entry("evictDeadLetters", new ProcessorAct.EvictDeadLetters("30001155", "17", null)));

    static final ApiKeyChanged GOOD = new ApiKeyChanged(
            "3f9k2m1x7q0a", "night watch", Role.OPERATOR, "9f86d081884c7d65", "alice", ASKED, AT, null, null, ASKED);
    static final ApiKeyChanged REVOKED = new ApiKeyChanged(
            "3f9k2m1x7q0a",
            "night watch",
            Role.OPERATOR,
            "9f86d081884c7d65",
            "alice",
            ASKED,
            null,
            "bob",
            ASKED.plusSeconds(60),
            ASKED.plusSeconds(60));

    private ProcessorSamples() {}

    static ProcessorOrder order(ProcessorAct act) {
        return new ProcessorOrder(
                ACT,
                "alice",
                "Sides were wrong",
                ASKED,
                ProcessorOrder.PROJECTION,
                "battles",
                60,
                false,
                act,
                Role.ADMIN);
    }
}
