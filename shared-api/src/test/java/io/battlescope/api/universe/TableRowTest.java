package io.battlescope.api.universe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableRowTest {

    @Test
    void reads_a_line_cell_by_cell() {
        TableRow row = new TableRow("30002537\tAmamake\t0.4387\t\t\n7\t\t-1\tx\ty\n");

        assertThat(row.next()).isTrue();
        assertThat(row.number()).isEqualTo(30002537);
        assertThat(row.text()).isEqualTo("Amamake");
        assertThat(row.decimal()).isEqualTo(0.4387);
        assertThat(row.sharedText()).isNull();
        assertThat(row.numberOrNull()).isNull();
        assertThat(row.next()).isTrue();
        assertThat(row.numberOrNull()).isEqualTo(7);
    }

    @Test
    void ends_with_the_table() {
        TableRow row = new TableRow("1\n");
        row.next();
        row.number();

        assertThat(row.next()).isFalse();
    }

    @Test
    void repeated_names_are_one_object() {
        TableRow row = new TableRow("Frigate\tFrigate\n");
        row.next();

        assertThat(row.sharedText()).isSameAs(row.sharedText());
    }

    @Test
    void a_line_with_too_many_cells_is_refused() {
        TableRow row = new TableRow("1\t2\n3\t4\n");
        row.next();
        row.number();

        assertThatThrownBy(row::next).hasMessageContaining("more columns than expected");
    }

    @Test
    void a_line_with_too_few_cells_is_refused() {
        TableRow row = new TableRow("1\n2\n");
        row.next();
        row.number();

        assertThatThrownBy(row::number).hasMessageContaining("fewer columns than expected");
    }
}
