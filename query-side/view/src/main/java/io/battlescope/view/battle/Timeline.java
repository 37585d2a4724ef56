package io.battlescope.view.battle;

import io.battlescope.view.battle.TimelineMinute.SideLosses;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts minutes together from what each side lost in them. */
public final class Timeline {

    private Timeline() {}

    /**
     * What one side lost in one minute.
     *
     * @param sideId {@code null} for the unassigned
     * @param kills killmails
     * @param losses those that count as losses
     * @param isk ISK; {@code null} when nothing of it has a known value
     */
    public record Entry(Instant minute, Integer sideId, int kills, int losses, BigDecimal isk) {

        private Entry plus(Entry other) {
            return new Entry(minute, sideId, kills + other.kills, losses + other.losses, sum(isk, other.isk));
        }
    }

    /** Minutes with kills, in order. */
    public static List<TimelineMinute> of(Collection<Entry> entries) {
        SortedMap<Instant, List<Entry>> byMinute =
                entries.stream().collect(Collectors.groupingBy(Entry::minute, TreeMap::new, Collectors.toList()));
        return byMinute.entrySet().stream()
                .map(minute -> minute(minute.getKey(), minute.getValue()))
                .toList();
    }

    private static TimelineMinute minute(Instant minute, List<Entry> entries) {
        return new TimelineMinute(
                minute,
                entries.stream().mapToInt(Entry::kills).sum(),
                entries.stream().map(Entry::isk).reduce(null, Timeline::sum),
                entries.stream()
                        .collect(Collectors.toMap(
                                entry -> Optional.ofNullable(entry.sideId()), Function.identity(), Entry::plus))
                        .values()
                        .stream()
                        .sorted(Comparator.comparing(Entry::sideId, Comparator.nullsLast(Comparator.naturalOrder())))
                        .map(entry -> new SideLosses(entry.sideId(), entry.losses(), entry.isk()))
                        .toList());
    }

    /** A sum of nothing known is not zero ISK. */
    private static BigDecimal sum(BigDecimal one, BigDecimal other) {
        return one == null || other == null ? (one == null ? other : one) : one.add(other);
    }
}
