package io.battlescope.enrichment.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.battlescope.api.killmail.KillmailValue;
import io.battlescope.enrichment.esi.EsiItem;
import io.battlescope.enrichment.esi.EsiVictim;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Says what a loss was worth, and by whose prices. */
public final class Valuer {

    private final PriceTable prices;

    public Valuer(PriceTable prices) {
        this.prices = prices;
    }

    /**
     * @param zkb zKillboard's block, or {@code null}
     */
    public KillmailValue valueOf(EsiVictim victim, JsonNode zkb) {
        return zkillboardValue(zkb)
                .map(isk -> new KillmailValue(isk, KillmailValue.ZKILLBOARD, true))
                .orElseGet(() -> estimate(victim));
    }

    /** zKillboard writes 0 where it has not priced a mail yet. */
    private static Optional<BigDecimal> zkillboardValue(JsonNode zkb) {
        JsonNode total = zkb == null ? null : zkb.get("totalValue");
        return total == null || !total.isNumber()
                ? Optional.empty()
                : Optional.of(total.decimalValue()).filter(isk -> isk.signum() > 0);
    }

    private KillmailValue estimate(EsiVictim victim) {
        return prices.priceOf(victim.shipTypeId())
                .map(hull -> {
                    Sum sum = new Sum(hull);
                    sum.add(victim.items());
                    return new KillmailValue(sum.isk, prices.name(), sum.complete);
                })
                .orElse(KillmailValue.UNKNOWN);
    }

    /** Adds up a hold, containers and all. */
    private final class Sum {

        private BigDecimal isk;
        private boolean complete = true;

        private Sum(BigDecimal start) {
            isk = start;
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
