package io.battlescope.enrichment.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceTableTest {

    @TempDir
    Path folder;

    @Test
    void base_prices_ship_with_the_build() {
        PriceTable prices = PriceTable.basePrices();

        assertThat(prices.name()).isEqualTo("ccp-base-price");
        assertThat(prices.asOf()).isEqualTo("2024-06-11T00:00:00Z");
        assertThat(prices.size()).isEqualTo(13_302);
        assertThat(prices.priceOf(18)).contains(new BigDecimal("12800"));
        assertThat(prices.priceOf(-1)).isEmpty();
    }

    @Test
    void a_file_may_have_column_names_commas_and_further_columns() throws IOException {
        Path file = Files.writeString(folder.resolve("jita.csv"), "type_id,isk,note\n34,3.99,mineral\n\n35,0,\n");

        PriceTable prices = PriceTable.fromFile(file, "jita");

        assertThat(prices.name()).isEqualTo("jita");
        assertThat(prices.asOf()).isEqualTo(Files.getLastModifiedTime(file).toInstant());
        assertThat(prices.priceOf(34)).contains(new BigDecimal("3.99"));
        assertThat(prices.priceOf(35)).as("0 means unknown").isEmpty();
    }

    @Test
    void a_file_may_be_gzipped() throws IOException {
        Path file = folder.resolve("jita.tsv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("34\t4\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(PriceTable.fromFile(file, "jita").priceOf(34)).contains(new BigDecimal("4"));
    }

    @Test
    void a_broken_line_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("jita.tsv"), "34\t4\n35 five\n");

        assertThatThrownBy(() -> PriceTable.fromFile(file, "jita")).hasMessageContaining("jita.tsv, line 2");
    }

    @Test
    void a_missing_file_is_named() {
        assertThatThrownBy(() -> PriceTable.fromFile(folder.resolve("absent.tsv"), "absent"))
                .hasMessageContaining("battlescope.prices.file");
    }
}
