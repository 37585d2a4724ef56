package io.battlescope.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormatTest {

    @Test
    void delays_format_haveTheUnitThatFits() {
        assertThat(Format.delay(0.0514)).isEqualTo("51 ms");
        assertThat(Format.delay(1.083)).isEqualTo("1.08 s");
        assertThat(Format.delay(61.24)).isEqualTo("61.2 s");
    }

    @Test
    void noNumber_format_isADash() {
        assertThat(Format.delay(Double.NaN)).isEqualTo("-");
        assertThat(Format.rate(Double.POSITIVE_INFINITY)).isEqualTo("-");
        assertThat(Format.share(Double.NaN)).isEqualTo("-");
    }
}
