package io.battlescope.view.killmail;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells which capsule went with which ship: a pilot's capsule belongs to the ship that the pilot lost last before it, at most
 * 15 minutes earlier. A ship has one capsule; another one after it is a loss by itself.
 */
public final class Pods {

    /** Longest time between a ship and its pilot's capsule. */
    public static final Duration LATEST = Duration.ofMinutes(15);

    /** In one second the ship comes first, whatever the ids of the mails. */
    private static final Comparator<Loss> IN_ORDER =
            Comparator.comparing(Loss::occurredAt).thenComparing(Loss::capsule).thenComparingLong(Loss::killmailId);

    private final Map<Long, Loss> podOfShip = new HashMap<>();
    private final Map<Long, Loss> shipOfPod = new HashMap<>();

    /**
     * A ship or a capsule that a pilot lost.
     *
     * @param isk ISK; {@code null} when unknown
     */
    public record Loss(long killmailId, long pilot, Instant occurredAt, boolean capsule, BigDecimal isk) {}

    /** Pairs up losses of one battle; nothing else than ships and capsules may be among them. */
    public Pods(Collection<Loss> losses) {
        Map<Long, Loss> lastShip = new HashMap<>();
        losses.stream().distinct().sorted(IN_ORDER).forEach(loss -> {
            if (!loss.capsule()) {
                lastShip.put(loss.pilot(), loss);
                return;
            }
            Loss ship = lastShip.remove(loss.pilot());
            if (ship != null && !loss.occurredAt().isAfter(ship.occurredAt().plus(LATEST))) {
                podOfShip.put(ship.killmailId(), loss);
                shipOfPod.put(loss.killmailId(), ship);
            }
        });
    }

    /** The capsule that went with a ship; {@code null} without one. */
    public Loss podOf(long shipKillmailId) {
        return podOfShip.get(shipKillmailId);
    }

    /** The ship that a capsule went with; {@code null} for a capsule lost by itself. */
    public Loss shipOf(long podKillmailId) {
        return shipOfPod.get(podKillmailId);
    }
}
