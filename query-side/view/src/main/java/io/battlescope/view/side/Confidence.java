package io.battlescope.view.side;

import io.battlescope.api.side.PairEvidence;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How clearly a party stands where it stands, from 0 to 1: what speaks for its side before the next best side, as a part of all
 * the evidence about it. Company speaks for a side, hostility against it. Where the battle has one side only, that is held
 * against standing alone, for which nothing speaks.
 */
final class Confidence {

    private static final int DECIMALS = 2;

    private final Standing standing;
    /** By party: what speaks for each side, and for standing alone (0). */
    private final Map<Long, Map<Integer, Long>> bySide = new HashMap<>();

    private final Map<Long, Long> all = new HashMap<>();

    Confidence(Standing standing, Collection<PairEvidence> pairs) {
        this.standing = standing;
        pairs.stream().filter(pair -> pair.low() != pair.high()).forEach(this::add);
    }

    private void add(PairEvidence pair) {
        add(pair.low(), pair.high(), pair);
        add(pair.high(), pair.low(), pair);
    }

    private void add(long party, long other, PairEvidence pair) {
        all.merge(party, pair.attraction() + pair.hostility(), Long::sum);
        Integer side = standing.sideOf(other);
        if (side != null) {
            bySide.computeIfAbsent(party, id -> new HashMap<>())
                    .merge(side, pair.attraction() - pair.hostility(), Long::sum);
        }
    }

    BigDecimal of(long party) {
        long evidence = all.getOrDefault(party, 0L);
        long margin = evidence == 0 ? 0 : Math.clamp(margin(party), 0, evidence);
        return evidence == 0
                ? BigDecimal.ZERO.setScale(DECIMALS)
                : BigDecimal.valueOf(margin).divide(BigDecimal.valueOf(evidence), DECIMALS, RoundingMode.HALF_UP);
    }

    private long margin(long party) {
        Map<Integer, Long> places = bySide.getOrDefault(party, Map.of());
        Integer own = standing.sideOf(party);
        return own == null ? lead(places) : places.getOrDefault(own, 0L) - bestOther(places, own);
    }

    /** How far the best place of an unassigned party is ahead of the second best. */
    private long lead(Map<Integer, Long> places) {
        long best = 0;
        long second = Long.MIN_VALUE;
        for (int side : standing.sides()) {
            long speaks = places.getOrDefault(side, 0L);
            second = Math.max(second, Math.min(best, speaks));
            best = Math.max(best, speaks);
        }
        return second == Long.MIN_VALUE ? 0 : best - second;
    }

    private long bestOther(Map<Integer, Long> places, int own) {
        return standing.sides().stream()
                .filter(side -> side != own)
                .mapToLong(side -> places.getOrDefault(side, 0L))
                .max()
                .orElse(0);
    }
}
