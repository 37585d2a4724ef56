package io.battlescope.view.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1 second",
        "59, 59 seconds",
        "60, 1 minute",
        "3599, 59 minutes",
        "3600, 1 hour",
        "7500, 2 hours 5 minutes",
        "86400, 1 day",
        "180000, 2 days 2 hours"
    })
    void timesAreToldInTheirLargestUnits(long seconds, String words) {
        assertThat(Words.duration(seconds)).isEqualTo(words);
    }

    @Test
    void aReasonEndsItsSentenceOnce() {
        assertThat(Words.ended(" seen on stream ")).isEqualTo("seen on stream.");
        assertThat(Words.ended("Really?")).isEqualTo("Really?");
        assertThat(Words.ended(null)).isEqualTo(".");
    }
}
