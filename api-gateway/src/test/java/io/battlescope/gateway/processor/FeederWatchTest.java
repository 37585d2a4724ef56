package io.battlescope.gateway.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.status.ServiceStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeederWatchTest {

    private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

    private final FeederWatch watch = new FeederWatch("enrichment", Set.of("enriched", "deadLettered"));

    @Test
    void recordsThatWaitWhileNoneIsHandledAreToldAfterAWhile() {
        assertThat(isTrusted(0, 3, 7)).isTrue();
        assertThat(isTrusted(29, 4, 7)).isTrue();
        assertThat(isTrusted(30, 4, 7)).isFalse();
        assertThat(isTrusted(31, 4, 8)).isTrue();
    }

    @Test
    void havingNothingToHandleForLongIsNotStandingStill() {
        assertThat(isTrusted(0, 0, 7)).isTrue();
        assertThat(isTrusted(3_600, 0, 7)).isTrue();
        assertThat(isTrusted(3_601, 1, 7)).isTrue();
    }

    @Test
    void nobodyKnowsWhatASilentServiceHasNotHandled() {
        ServiceStatus report = report(0, 0, 7);

        assertThat(watch.judge(List.of(report), START.plusSeconds(4))).isEmpty();
        assertThat(watch.judge(List.of(report), START.plusSeconds(6))).isPresent();
        assertThat(watch.judge(List.of(), START)).isPresent();
    }

    private boolean isTrusted(long second, long waiting, long enriched) {
        return watch.judge(List.of(report(second, waiting, enriched)), START.plusSeconds(second))
                .isEmpty();
    }

    private static ServiceStatus report(long second, long waiting, long enriched) {
        Instant at = START.plusSeconds(second);
        return new ServiceStatus(
                "enrichment",
                "e",
                "here",
                7,
                START,
                at,
                Map.of("lagRecords", waiting, "enriched", enriched),
                Map.of(),
                List.of());
    }
}
