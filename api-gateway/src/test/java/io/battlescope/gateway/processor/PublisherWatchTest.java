package io.battlescope.gateway.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.processor.ProcessorReport;
import io.battlescope.api.status.ServiceStatus;
import io.battlescope.gateway.fixture.Reporting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublisherWatchTest {

    private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

    private final PublisherWatch watch = new PublisherWatch();

    @Test
    void aPublisherThatIsBehindAndStandsStillIsNotTrustedAfterAWhile() {
        assertThat(isTrusted(0, 3)).isTrue();
        assertThat(isTrusted(9, 3)).isTrue();
        assertThat(isTrusted(10, 3)).isFalse();
        assertThat(isTrusted(11, 0)).isTrue();
    }

    @Test
    void aPublisherThatIsBehindButMovesIsTrusted() {
        assertThat(isTrusted(0, 30)).isTrue();
        assertThat(isTrusted(9, 20)).isTrue();
        assertThat(isTrusted(18, 10)).isTrue();
    }

    @Test
    void havingHadNothingToPublishForLongIsNotStandingStill() {
        assertThat(isTrusted(0, 0)).isTrue();
        assertThat(isTrusted(3_600, 1)).isTrue();
    }

    @Test
    void whatASilentPublisherSaidLastIsNotTrusted() {
        List<Merge.Said> said = said(0, 0);

        assertThat(watch.judge(said, START.plusSeconds(4))).isEmpty();
        assertThat(watch.judge(said, START.plusSeconds(6))).isPresent();
    }

    private boolean isTrusted(long second, long behind) {
        return watch.judge(said(second, behind), START.plusSeconds(second)).isEmpty();
    }

    private static List<Merge.Said> said(long second, long behind) {
        ProcessorReport report = Reporting.publisher("running", behind);
        Instant at = START.plusSeconds(second);
        return List.of(new Merge.Said(
                new ServiceStatus("command-side", "c", "here", 7, at, at, Map.of(), Map.of(), List.of(report)),
                report));
    }
}
