package io.battlescope.enrichment.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.battlescope.api.killmail.KillmailValue;
import io.battlescope.enrichment.esi.EsiItem;
import io.battlescope.enrichment.esi.EsiVictim;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says what a loss was worth, and by whose prices. */
public final class Valuer {

    private final PriceBook prices;

    public Valuer(PriceBook prices) {
        this.prices = prices;
    }

    /**
     * @param zkb zKillboard's block, or {@code null}
     * @param receivedAt when the mail and the block were received (UTC)
     */
    public KillmailValue valueOf(EsiVictim victim, JsonNode zkb, Instant receivedAt) {
        return zkillboardValue(zkb)
                .map(isk -> new KillmailValue(isk, KillmailValue.ZKILLBOARD, true, receivedAt))
                .orElseGet(() -> estimate(victim));
    }

    /** zKillboard writes 0 where it has not priced a mail yet. */
    private static Optional<BigDecimal> zkillboardValue(JsonNode zkb) {
        JsonNode total = zkb == null ? null : zkb.get("totalValue");
        return total == null || !total.isNumber()
                ? Optional.empty()
                : Optional.of(total.decimalValue()).filter(isk -> isk.signum() > 0 && isPossible(isk));
    }

    private static boolean isPossible(BigDecimal isk) {
        return isk.compareTo(KillmailValue.MOST_ISK) <= 0;
    }

    /**
     * By the best table that knows the hull, and by that one alone: a sum of prices of two sources would be of neither. What the
     * table does not know of the cargo makes the value incomplete.
     */
    private KillmailValue estimate(EsiVictim victim) {
        return prices.tables().stream()
                .flatMap(table -> estimate(victim, table).stream())
                .findFirst()
                .filter(value -> isPossible(value.isk()))
                .orElse(KillmailValue.UNKNOWN);
    }

    private static Optional<KillmailValue> estimate(EsiVictim victim, PriceTable table) {
        return table.priceOf(victim.shipTypeId()).map(hull -> {
            Sum sum = new Sum(table, hull);
            sum.add(victim.items());
            return new KillmailValue(sum.isk, table.name(), sum.complete, table.asOf());
        });
    }

    /** Adds up a hold, containers and all. */
    private static final class Sum {

        private final PriceTable prices;
        private BigDecimal isk;
        private boolean complete = true;

        private Sum(PriceTable prices, BigDecimal hull) {
            this.prices = prices;
            this.isk = hull;
        }

        private void add(List<EsiItem> items) {
            for (EsiItem item : items) {
                // a copy has the type of its original, which can cost thousands of times as much
                if (!item.isBlueprintCopy() && item.quantity() > 0) {
                    add(item);
                }
                add(item.items());
            }
        }

        private void add(EsiItem item) {
            prices.priceOf(item.itemTypeId())
                    .ifPresentOrElse(
                            price -> isk = isk.add(price.multiply(BigDecimal.valueOf(item.quantity()))),
                            () -> complete = false);
        }
    }
}
