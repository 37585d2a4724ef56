package io.battlescope.view.side;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.universe.Universe;
import io.battlescope.view.name.Names;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HullCountsTest {

    private static final Instant EARLY = Instant.parse("2026-11-01T12:00:00Z");
    private static final Instant LATE = EARLY.plusSeconds(60);

    @Test
    void eachLossIsAHullAndAnAttackAfterTheLastOneIsOneMore() {
        assertThat(HullCounts.fielded(0, LATE, null)).as("only attacked").isEqualTo(1);
        assertThat(HullCounts.fielded(1, null, LATE)).as("only lost").isEqualTo(1);
        assertThat(HullCounts.fielded(1, EARLY, LATE)).as("lost it at last").isEqualTo(1);
        assertThat(HullCounts.fielded(1, LATE, LATE))
                .as("lost it in the same second")
                .isEqualTo(1);
        assertThat(HullCounts.fielded(1, LATE, EARLY))
                .as("came back in another")
                .isEqualTo(2);
        assertThat(HullCounts.fielded(3, LATE, EARLY)).isEqualTo(4);
    }

    @Test
    void hullsOfASideComeMostFieldedFirstAndAreNeverFewerThanLost() {
        List<SideHull> hulls = List.of(
                new SideHull(1, 587, 1, 2),
                new SideHull(1, 24698, 5, 1),
                new SideHull(1, null, 2, 0),
                new SideHull(2, 587, 9, 9),
                new SideHull(null, 587, 1, 1));
        Names names = new Names(Universe.load());

        assertThat(HullCounts.of(1, hulls, names))
                .containsExactly(
                        new HullCount(24698, "Drake", 5, 1),
                        new HullCount(587, "Rifter", 2, 2),
                        new HullCount(null, null, 2, 0));
        assertThat(HullCounts.of(null, hulls, names)).containsExactly(new HullCount(587, "Rifter", 1, 1));
    }
}
