package io.battlescope.api.killmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ValuationTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    /** Worst first. */
    private static final List<Valuation> IN_ORDER = List.of(
            new Valuation(KillmailValue.UNKNOWN, NOON),
            new Valuation(KillmailValue.UNKNOWN, NOON.plusSeconds(9)),
            valuation("900", KillmailValue.CCP_BASE_PRICE, null, NOON),
            valuation("900", KillmailValue.CCP_BASE_PRICE, NOON.minusSeconds(9), NOON),
            valuation("900", KillmailValue.CCP_BASE_PRICE, null, NOON.plusSeconds(9)),
            valuation("800", "my-prices", NOON, NOON.plusSeconds(9)),
            valuation("700", KillmailValue.ESI_MARKET, NOON, NOON),
            valuation("650", KillmailValue.ESI_MARKET, NOON.plusSeconds(5), NOON),
            valuation("600", KillmailValue.ESI_MARKET, NOON, NOON.plusSeconds(9)),
            valuation("500", KillmailValue.ZKILLBOARD, NOON.minusSeconds(9), NOON.minusSeconds(9)),
            valuation("400", KillmailValue.ZKILLBOARD, NOON, NOON),
            valuation("401", KillmailValue.ZKILLBOARD, NOON, NOON));

    @Test
    void sources_go_by_rank_then_later_receipts_beat_earlier_ones_then_newer_prices_older_ones() {
        List<Valuation> shuffled = new ArrayList<>(IN_ORDER);
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(shuffled.stream().sorted()).containsExactlyElementsOf(IN_ORDER);
        }
    }

    @Test
    void an_estimate_that_comes_later_is_no_better_than_zkillboards_figure() {
        Valuation zkillboard = valuation("1", KillmailValue.ZKILLBOARD, NOON, NOON);
        Valuation estimate = valuation("999", KillmailValue.ESI_MARKET, NOON.plusSeconds(99), NOON.plusSeconds(99));

        assertThat(estimate.isBetterThan(zkillboard)).isFalse();
        assertThat(zkillboard.isBetterThan(estimate)).isTrue();
        assertThat(zkillboard.isBetterThan(zkillboard)).isFalse();
    }

    @Test
    void the_date_alone_is_nothing_else_to_add_up() {
        KillmailValue value =
                valuation("1", KillmailValue.ZKILLBOARD, NOON, NOON).value();

        assertThat(value.saysTheSameAs(new KillmailValue(new BigDecimal("1.00"), KillmailValue.ZKILLBOARD, true)))
                .isTrue();
        assertThat(value.saysTheSameAs(KillmailValue.UNKNOWN)).isFalse();
    }

    private static Valuation valuation(String isk, String source, Instant asOf, Instant receivedAt) {
        return new Valuation(new KillmailValue(new BigDecimal(isk), source, true, asOf), receivedAt);
    }
}
