package io.battlescope.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.battlescope.bench.Timeline.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Timeline EVEN = Timeline.of(List.of(new Point(10, 0), new Point(12, 0), new Point(22, 1000)));

    @Test
    void growthThatBeganLate_rate_isCountedFromItsBeginning() {
        assertThat(EVEN.begin()).isEqualTo(12);
        assertThat(EVEN.timeOf(1)).isEqualTo(22);
        assertThat(EVEN.rate()).isEqualTo(100);
    }

    @Test
    void slowEnds_steadyRate_leavesThemOut() {
        Timeline slowEnds =
                Timeline.of(List.of(new Point(0, 0), new Point(10, 100), new Point(14, 900), new Point(34, 1000)));

        assertThat(slowEnds.rateBetween(0.1, 0.9)).isEqualTo(200);
        assertThat(slowEnds.rate()).isCloseTo(29.4, within(0.1));
    }

    @Test
    void timeBetweenPoints_total_isTakenToGrowEvenly() {
        assertThat(EVEN.totalAt(17)).isEqualTo(500);
        assertThat(EVEN.timeOf(0.5)).isEqualTo(17);
        assertThat(EVEN.growth(14, 16)).isEqualTo(200);
        assertThat(EVEN.totalAt(5)).isZero();
        assertThat(EVEN.totalAt(99)).isEqualTo(1000);
    }

    @Test
    void reportsOutOfOrder_of_leavesOutWhatGoesBack() {
        Timeline timeline = Timeline.of(
                List.of(new Point(1, 5), new Point(1, 6), new Point(2, 9), new Point(3, 8), new Point(4, 10)));

        assertThat(timeline.points()).containsExactly(new Point(1, 5), new Point(2, 9), new Point(4, 10));
    }

    @Test
    void firstSeenWhenGrown_from_beginsAtNothing() {
        Timeline late = Timeline.of(List.of(new Point(5, 50), new Point(10, 100)));

        assertThat(late.from(0).rate()).isEqualTo(10);
        assertThat(late.from(7)).isEqualTo(late);
    }

    @Test
    void twoStages_largestDeficit_isTheWorstBacklog() {
        Timeline ahead = Timeline.of(List.of(new Point(0, 0), new Point(1, 100)));
        Timeline behind = Timeline.of(List.of(new Point(0, 0), new Point(4, 100)));

        assertThat(behind.largestDeficit(ahead)).isEqualTo(75);
        assertThat(ahead.largestDeficit(behind)).isZero();
    }

    @Test
    void nothingAtAll_figures_areNoNumbers() {
        Timeline nothing = Timeline.of(List.of());

        assertThat(nothing.total()).isZero();
        assertThat(nothing.begin()).isNaN();
        assertThat(nothing.rate()).isNaN();
    }
}
