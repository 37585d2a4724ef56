package io.battlescope.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.access.Role;
import io.battlescope.api.admin.AdminOrder;
import io.battlescope.api.admin.OrderDigest;
import io.battlescope.api.battle.ReclusterOrder;
import io.battlescope.api.json.MessageJson;
import io.battlescope.api.processor.ProcessorAct;
import io.battlescope.api.processor.ProcessorAct.ResetTo;
import io.battlescope.api.processor.ProcessorOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderDigestTest {

    @Test
    void isOfWhatIsAskedForAlone() {
        String digest = OrderDigest.of(order("a", "because", "battles", new ProcessorAct.SplitSegment(0)));

        assertThat(OrderDigest.of(order("b", "for another reason", "battles", new ProcessorAct.SplitSegment(0))))
                .isEqualTo(digest)
                .hasSize(64);
        assertThat(OrderDigest.of(order("a", "because", "battles", new ProcessorAct.SplitSegment(1))))
                .isNotEqualTo(digest);
        assertThat(OrderDigest.of(order("a", "because", "killmails", new ProcessorAct.SplitSegment(0))))
                .isNotEqualTo(digest);
    }

    @Test
    void isTheSameForWhoeverReadsTheOrder() throws Exception {
        Map<Integer, Long> offsets = new LinkedHashMap<>();
        offsets.put(3, 7L);
        offsets.put(0, 1L);
        ProcessorOrder order =
                order("a", "because", "battles", new ProcessorAct.Reset(ResetTo.OFFSETS, null, offsets, false, false));
        byte[] json = MessageJson.mapper().writerFor(AdminOrder.class).writeValueAsBytes(order);

        assertThat(OrderDigest.of(MessageJson.mapper().readValue(json, AdminOrder.class)))
                .isEqualTo(OrderDigest.of(order))
                .isEqualTo(OrderDigest.of(order(
                        "a",
                        "because",
                        "battles",
                        new ProcessorAct.Reset(ResetTo.OFFSETS, null, Map.of(0, 1L, 3, 7L), false, false))));
    }

    @Test
    void isTheSameForAllPartsOfAnAct() {
        assertThat(OrderDigest.of(recluster(0))).isEqualTo(OrderDigest.of(recluster(7)));
    }

    private static ReclusterOrder recluster(int part) {
        return new ReclusterOrder("a", "alice", "because", Samples.ASKED, null, null, null, true, part, 8);
    }

    private static ProcessorOrder order(String actId, String reason, String processor, ProcessorAct act) {
        return new ProcessorOrder(
                actId,
                "alice",
                reason,
                Samples.ASKED,
                ProcessorOrder.PROJECTION,
                processor,
                null,
                false,
                act,
                Role.OPERATOR);
    }
}
