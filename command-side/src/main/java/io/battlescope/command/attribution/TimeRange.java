package io.battlescope.command.attribution;

import io.battlescope.command.linkage.PlacedKillmail;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A stretch of time in one system; seconds since 1970, both ends inclusive. */
record TimeRange(int systemId, long earliest, long latest) {

    /** The fewest stretches that cover everything within the gap around the killmails; no two overlap. */
    static List<TimeRange> around(List<PlacedKillmail> killmails, int gapSeconds) {
        List<TimeRange> ranges = new ArrayList<>();
        killmails.stream()
                .sorted(Comparator.comparingInt(PlacedKillmail::systemId).thenComparingLong(PlacedKillmail::occurredAt))
                .map(mail ->
                        new TimeRange(mail.systemId(), mail.occurredAt() - gapSeconds, mail.occurredAt() + gapSeconds))
                .forEach(range -> {
                    TimeRange last = ranges.isEmpty() ? null : ranges.getLast();
                    if (last != null && last.systemId == range.systemId && range.earliest <= last.latest) {
                        ranges.set(ranges.size() - 1, new TimeRange(last.systemId, last.earliest, range.latest));
                    } else {
                        ranges.add(range);
                    }
                });
        return ranges;
    }
}
