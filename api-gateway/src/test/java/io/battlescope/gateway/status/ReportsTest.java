package io.battlescope.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.status.ServiceStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportsTest {

    @Test
    void instancesOfAServiceAddUpAndTheSlowestTellsTheLag() {
        Reports reports = new Reports(List.of(
                report("enrichment", Map.of("enriched", 2L, "lagMillis", 10L)),
                report("enrichment", Map.of("enriched", 3L, "lagMillis", 1200L)),
                report("ingestion", Map.of("accepted", 9L, "quarantined.BAD", 1L))));

        assertThat(reports.sum("enrichment", "enriched")).isEqualTo(5);
        assertThat(reports.lagSeconds("enrichment")).isEqualTo(1.2);
        assertThat(reports.quarantinedByCode()).isEqualTo(Map.of("BAD", 1L));
        assertThat(reports.missing()).containsExactly("command-side", "projection");
    }

    @Test
    void whatNobodyReportsIsNotZero() {
        Reports reports = new Reports(List.of());

        assertThat(reports.sum("ingestion", "accepted")).isNull();
        assertThat(reports.lagSeconds("projection")).isNull();
    }

    @Test
    void whatAnInstanceSaidThatHasFallenSilentDoesNotCount() {
        List<ServiceStatus> all = List.of(report("enrichment", Map.of("enriched", 2L)));

        assertThat(Reports.current(all, Instant.EPOCH.plusSeconds(15)).sum("enrichment", "enriched"))
                .isEqualTo(2);
        assertThat(Reports.current(all, Instant.EPOCH.plusSeconds(16)).missing())
                .contains("enrichment");
    }

    private static ServiceStatus report(String service, Map<String, Long> counters) {
        return new ServiceStatus(service, "i", "here", 1, Instant.EPOCH, Instant.EPOCH, counters, Map.of(), List.of());
    }
}
