package io.battlescope.projection.parked;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a parked event belongs among others.
 *
 * @param number in its sequence; {@code null} for none
 * @param placedAt the offset it was first seen at
 */
record Place(long letterId, String sequence, Long number, int partition, long placedAt) {

    private static final Comparator<Place> BY_NUMBER = Comparator.comparing(
                    Place::number, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingLong(Place::placedAt);

    /**
     * The order of the topic. An event that was missing there, and came when it was published again, goes before those of its sequence
     * that follow it, whatever its offset.
     */
    static List<Place> inOrder(Collection<Place> places) {
        List<Place> moved = new ArrayList<>();
        places.stream()
                .collect(Collectors.groupingBy(Place::sequence))
                .values()
                .forEach(sequence -> moved.addAll(beforeTheNext(sequence)));
        moved.sort(Comparator.comparingInt(Place::partition)
                .thenComparingLong(Place::placedAt)
                .thenComparing(BY_NUMBER));
        return moved;
    }

    private static List<Place> beforeTheNext(List<Place> sequence) {
        List<Place> moved = new ArrayList<>();
        long next = Long.MAX_VALUE;
        for (Place place : sequence.stream().sorted(BY_NUMBER.reversed()).toList()) {
            next = place.number() == null ? place.placedAt() : Math.min(next, place.placedAt());
            moved.add(new Place(place.letterId(), place.sequence(), place.number(), place.partition(), next));
        }
        return moved;
    }
}
