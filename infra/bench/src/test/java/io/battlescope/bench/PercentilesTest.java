package io.battlescope.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void hundredValues_at_isThatRank() {
        Percentiles percentiles = new Percentiles(
                IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray());

        assertThat(percentiles.at(50)).isEqualTo(50);
        assertThat(percentiles.at(95)).isEqualTo(95);
        assertThat(percentiles.at(99)).isEqualTo(99);
        assertThat(percentiles.max()).isEqualTo(100);
    }

    @Test
    void fewValues_at_isAlwaysOneOfThem() {
        Percentiles percentiles = new Percentiles(new double[] {3, 1, 2});

        assertThat(percentiles.at(50)).isEqualTo(2);
        assertThat(percentiles.at(99)).isEqualTo(3);
        assertThat(percentiles.at(0.1)).isEqualTo(1);
    }

    @Test
    void noValues_at_isNoNumber() {
        assertThat(new Percentiles(new double[0]).at(50)).isNaN();
    }
}
