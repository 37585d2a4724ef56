package io.battlescope.api.killmail;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;

/**
 * A value as one delivery of a killmail states it. Of all that were ever stated for a killmail the greatest holds, so that what
 * holds is a matter of which deliveries there were, and not of their order. The order is total:
 *
 * <ol>
 *   <li>zKillboard's figure beats an estimate from ESI's market prices, that one an estimate from any other table, that one CCP's
 *       base prices, and those beat not knowing;
 *   <li>among equals, what ingestion received later beats what it received earlier;
 *   <li>then newer prices beat older ones;
 *   <li>then a complete value beats one that lacks some items, and the higher the lower, which only has to be the same everywhere.
 * </ol>
 *
 * <p>So an estimate never replaces zKillboard's figure, however late it comes, and the same killmail valued again with better
 * prices, which carries the time of its first receipt, replaces what it was made for.
 *
 * @param receivedAt when ingestion received the delivery (our clock, UTC, whole milliseconds, which every store can remember)
 */
public record Valuation(KillmailValue value, Instant receivedAt) implements Comparable<Valuation> {

    private static final Comparator<Instant> OLDEST_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

    private static final Comparator<Valuation> ORDER = Comparator.comparingInt(Valuation::rank)
            .thenComparing(Valuation::receivedAt, OLDEST_FIRST)
            .thenComparing(valuation -> valuation.value.asOf(), OLDEST_FIRST)
            .thenComparing(valuation -> valuation.value.complete())
            .thenComparing(
                    valuation -> valuation.value.isk(), Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder()))
            .thenComparing(valuation -> valuation.value.source());

    public Valuation {
        Objects.requireNonNull(value, "value");
        receivedAt = receivedAt == null ? null : receivedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public int compareTo(Valuation other) {
        return ORDER.compare(this, other);
    }

    /** Whether this one takes the place of the other. */
    public boolean isBetterThan(Valuation other) {
        return compareTo(other) > 0;
    }

    private int rank() {
        if (!value.isKnown()) {
            return 0;
        }
        return switch (value.source()) {
            case KillmailValue.ZKILLBOARD -> 4;
            case KillmailValue.ESI_MARKET -> 3;
            case KillmailValue.CCP_BASE_PRICE -> 1;
            default -> 2;
        };
    }
}
