package io.battlescope.api.killmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelsTest {

    @Test
    void the_order_in_which_they_come_makes_no_difference() {
        assertThat(Labels.of(List.of("pvp", "ganked", "#:10+", "pvp")))
                .isEqualTo(Labels.of(List.of("#:10+", "pvp", "ganked")))
                .containsExactly("#:10+", "ganked", "pvp");
    }

    @Test
    void what_cannot_be_a_label_is_dropped() {
        assertThat(Labels.of(Arrays.asList("ganked", null, "", "x".repeat(65), "a\u0000b", "\ud800", "tz:eu\n")))
                .containsExactly("ganked");
        assertThat(Labels.of(IntStream.range(0, 1_000).mapToObj(n -> "l" + n).toList()))
                .hasSize(Labels.MOST);
    }
}
