package io.battlescope.ingestion.store;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What was last sent of a killmail, as far as it decides whether another delivery of it says anything new.
 *
 * @param hash {@code null} when no delivery had one
 * @param isk what zKillboard said it was worth, two decimals; {@code null} when nobody has, or nobody remembers
 * @param at when that was received, our clock; whole milliseconds are remembered
 */
public record Told(String hash, BigDecimal isk, Instant at) {

    /** Whether a delivery changes the value. A known value is never forgotten, and another hash is another killmail. */
    public boolean isChangedBy(String otherHash, BigDecimal otherIsk) {
        boolean sameMail = hash == null || otherHash == null || hash.equals(otherHash);
        return sameMail && otherIsk != null && (isk == null || isk.compareTo(otherIsk) != 0);
    }
}
