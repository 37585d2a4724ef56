package io.battlescope.ingestion.gap;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.feed.FeedFact;
import io.battlescope.api.feed.FeedGap;
import io.battlescope.ingestion.feed.LostRange;
import io.battlescope.testing.TestInfrastructure;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The record of gaps on a real database, and what is told of it. */
class FeedGapsIT {

    private static final Instant NOW = Instant.parse("2026-08-01T12:00:00Z");
    private static final Instant BEFORE = NOW.minusSeconds(7200);
    private static final Instant AFTER = NOW.minusSeconds(3600);

    private final List<FeedFact> told = new ArrayList<>();
    private FeedGaps gaps;

    @BeforeEach
    void start() {
        TestInfrastructure infrastructure = TestInfrastructure.running();
        DriverManagerDataSource database =
                new DriverManagerDataSource(infrastructure.newDatabase("gaps"), infrastructure.databaseOwner(), "");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V4__lease_gaps.sql")).execute(database);
        gaps = new FeedGaps(new JdbcTemplate(database), told::add, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void aGapIsToldWhenItIsRecordedTakenUpAndFilled() {
        gaps.record("r2z2:x", new LostRange(10, 19, BEFORE, AFTER));
        FeedGap open = gap(10, 19, 1, FeedGap.Status.OPEN, BEFORE, AFTER, null, null);
        assertThat(gaps.open()).containsExactly(open);

        gaps.attach(open, "job-1");
        FeedGap attached = gap(10, 19, 2, FeedGap.Status.OPEN, BEFORE, AFTER, "job-1", null);
        assertThat(gaps.open()).containsExactly(attached);
        assertThat(new GapStatus(gaps).report().counters()).isEqualTo(Map.of("gaps", 1L, "gapsOpen", 1L));

        gaps.filledBy("job-1");
        assertThat(gaps.open()).isEmpty();
        assertThat(new GapStatus(gaps).report().counters()).isEqualTo(Map.of("gaps", 1L, "gapsOpen", 0L));
        assertThat(told)
                .containsExactly(open, attached, gap(10, 19, 3, FeedGap.Status.FILLED, BEFORE, AFTER, "job-1", NOW));
    }

    @Test
    void whatIsFilledStaysSoAndIsToldOnce() {
        gaps.record("r2z2:x", new LostRange(10, 19, null, null));
        FeedGap open = gaps.open().getFirst();
        gaps.attach(open, "job-1");
        gaps.filledBy("job-1");
        told.clear();

        gaps.filledBy("job-1");
        gaps.attach(open, "job-2");

        assertThat(told).isEmpty();
    }

    @Test
    void aRangeThatIsLostAgainAfterTheCursorWasSetBackIsOpenAgain() {
        gaps.record("r2z2:x", new LostRange(10, 19, null, null));
        gaps.attach(gaps.open().getFirst(), "job-1");
        gaps.filledBy("job-1");

        gaps.record("r2z2:x", new LostRange(10, 29, BEFORE, null));

        assertThat(gaps.open()).containsExactly(gap(10, 29, 4, FeedGap.Status.OPEN, BEFORE, null, null, null));
    }

    private static FeedGap gap(
            long first,
            long last,
            long version,
            FeedGap.Status status,
            Instant notBefore,
            Instant notAfter,
            String jobId,
            Instant filledAt) {
        return new FeedGap("r2z2:x", first, last, version, status, notBefore, notAfter, NOW, jobId, filledAt);
    }
}
