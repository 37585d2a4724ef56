package io.battlescope.gateway.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.processor.ProcessorReport;
import io.battlescope.api.processor.ProcessorReport.Segment;
import io.battlescope.api.processor.ProcessorReport.Trouble;
import io.battlescope.api.status.ServiceStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergeTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Trouble TROUBLE = new Trouble("it cannot be read", NOW);

    @Test
    void whatStandsInASegmentsWayIsSaidByWhoeverHoldsItAlone() {
        Merge.Said owner = said("a", NOW.minusMillis(900), segment(0, true, TROUBLE), segment(1, false, null));
        Merge.Said other = said("b", NOW, segment(0, false, null), segment(1, true, null));

        assertThat(Merge.view(List.of(owner, other), List.of(), NOW).segments())
                .extracting(ProcessorView.Segment::error)
                .containsExactly(TROUBLE, null);
    }

    @Test
    void whatASilentInstanceLastSaidOfItsSegmentsIsOver() {
        Merge.Said silent = said("a", NOW.minusSeconds(60), segment(0, true, TROUBLE));
        Merge.Said taker = said("b", NOW, segment(0, true, null));
        Merge.Said other = said("c", NOW, segment(0, false, null));

        assertThat(Merge.view(List.of(silent, taker), List.of(), NOW).segments())
                .extracting(ProcessorView.Segment::error)
                .containsOnlyNulls();
        assertThat(Merge.view(List.of(silent, other), List.of(), NOW).segments())
                .extracting(ProcessorView.Segment::error)
                .containsOnlyNulls();
    }

    private static Segment segment(int number, boolean mine, Trouble error) {
        return new Segment(number, 1, 1 - number, "1@here", 10L, mine, false, false, error);
    }

    private static Merge.Said said(String instance, Instant at, Segment... segments) {
        ProcessorReport report = new ProcessorReport(
                "battles",
                1,
                "living",
                "pooled",
                "battle.events",
                "running",
                true,
                List.of(segments),
                List.of(),
                0L,
                0L,
                0,
                false,
                null,
                null,
                List.of(),
                0,
                0,
                null,
                true);
        return new Merge.Said(status(instance, at, report), report);
    }

    private static ServiceStatus status(String instance, Instant at, ProcessorReport report) {
        return new ServiceStatus("projection", instance, "host", 1, at, at, Map.of(), Map.of(), List.of(report));
    }
}
