package io.battlescope.view.side;

import io.battlescope.api.battle.PartySide;
import io.battlescope.api.side.PairEvidence;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How clearly a party stands where it stands, from 0 to 1: what speaks for its place before the next best one, as a part of all
 * the evidence about it. Company speaks for a place, hostility against it. Standing alone speaks neither way; it is a place of
 * its own for a party that has company, and for one that has none it is the place that it has.
 */
final class Confidence {

    private static final int DECIMALS = 2;

    private final Standing standing;
    /** By party: what speaks for each side, and for standing alone (0). */
    private final Map<Long, Map<Integer, Long>> bySide = new HashMap<>();

    private final Map<Long, Long> all = new HashMap<>();
    private final Set<Long> accompanied = new HashSet<>();

    Confidence(Standing standing, Collection<PairEvidence> pairs) {
        this.standing = standing;
        pairs.stream().filter(pair -> pair.low() != pair.high()).forEach(this::add);
        standing.parties().values().stream()
                .filter(party -> party.sideId() != null)
                .collect(Collectors.groupingBy(PartySide::sideId))
                .values()
                .stream()
                .filter(members -> members.size() > 1)
                .forEach(members ->
                        members.forEach(party -> accompanied.add(party.party().id())));
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
        return own == null ? lead(places) : places.getOrDefault(own, 0L) - bestOther(places, own, party);
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

    private long bestOther(Map<Integer, Long> places, int own, long party) {
        long best = accompanied.contains(party) ? 0 : Long.MIN_VALUE;
        for (int side : standing.sides()) {
            if (side != own) {
                best = Math.max(best, places.getOrDefault(side, 0L));
            }
        }
        // the only side of the battle, and nobody else on it: there is no other place
        return best == Long.MIN_VALUE ? 0 : best;
    }
}
