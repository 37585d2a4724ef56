package io.battlescope.ingestion.store;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What was last sent of a killmail, as far as it decides whether another delivery of it says anything new.
 *
 * @param hash {@code null} when no delivery had one
 * @param isk what zKillboard said it was worth, two decimals; {@code null} when nobody has, or nobody remembers
 * @param labels a digest of zKillboard's labels; {@code null} when nobody has named any, or nobody remembers
 * @param at when that was received, our clock; whole milliseconds are remembered
 */
public record Told(String hash, BigDecimal isk, UUID labels, Instant at) {

    /** What a delivery says, with labels that are sorted. */
    public static Told of(String hash, BigDecimal isk, List<String> labels, Instant at) {
        return new Told(hash, isk, labels.isEmpty() ? null : digest(labels), at);
    }

    /** A line break is in no label. Sixteen bytes a killmail are less than its labels, and as good for telling them apart. */
    private static UUID digest(List<String> labels) {
        return UUID.nameUUIDFromBytes(String.join("\n", labels).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Whether a delivery changes value or labels. What it does not mention it does not change, so that a known value is never
     * forgotten, and another hash is another killmail.
     */
    public boolean isChangedBy(Told delivered) {
        boolean sameMail = hash == null || delivered.hash == null || hash.equals(delivered.hash);
        boolean otherIsk = delivered.isk != null && (isk == null || isk.compareTo(delivered.isk) != 0);
        boolean otherLabels = delivered.labels != null && !delivered.labels.equals(labels);
        return sameMail && (otherIsk || otherLabels);
    }

    /** What is to be remembered once the delivery was sent, as received then. */
    public Told changedBy(Told delivered, Instant then) {
        return new Told(
                hash == null ? delivered.hash : hash,
                delivered.isk == null ? isk : delivered.isk,
                delivered.labels == null ? labels : delivered.labels,
                then);
    }
}
