package io.battlescope.enrichment.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.battlescope.enrichment.value.PriceTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarketPricesTest {

    private static final Instant DATE = Instant.parse("2026-11-25T11:30:00Z");

    @Test
    void what_it_sold_for_counts_else_what_ccp_takes_it_for() throws IOException {
        PriceTable table = table("""
                [{"type_id": 34, "adjusted_price": 5.1, "average_price": 4.25},
                 {"type_id": 35, "adjusted_price": 9.5},
                 {"type_id": 36, "average_price": 7, "new_field": {}},
                 {"type_id": 37, "adjusted_price": 3, "average_price": 0.0},
                 {"type_id": 38}, null,
                 {"type_id": 39, "average_price": -4},
                 {"type_id": 40, "average_price": 1e300}]
                """);

        assertThat(table.name()).isEqualTo("esi-market");
        assertThat(table.asOf()).isEqualTo(DATE);
        assertThat(table.size()).isEqualTo(4);
        assertThat(table.priceOf(34)).contains(new BigDecimal("4.25"));
        assertThat(table.priceOf(35)).contains(new BigDecimal("9.5"));
        assertThat(table.priceOf(36)).contains(new BigDecimal("7"));
        assertThat(table.priceOf(37)).contains(new BigDecimal("3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "null", "{}", "<html>", "[{\"type_id\": 34, \"average_price\": 1}", "[{\"type_id\": 34}]"})
    void an_answer_without_prices_is_refused(String body) {
        assertThatThrownBy(() -> table(body)).isInstanceOf(IOException.class);
    }

    private static PriceTable table(String body) throws IOException {
        return new MarketPrices(body.getBytes(StandardCharsets.UTF_8), null, DATE).table();
    }
}
