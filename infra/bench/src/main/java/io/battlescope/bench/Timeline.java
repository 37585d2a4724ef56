package io.battlescope.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * How a total grew. Between two points it is taken to have grown evenly.
 *
 * @param points in order of time, totals never falling
 */
record Timeline(List<Point> points) {

    /** @param seconds since 1970, UTC */
    record Point(double seconds, double total) {}

    Timeline {
        points = List.copyOf(points);
    }

    /** Leaves out what goes back in time or in number, as reports may that overtook each other. */
    static Timeline of(List<Point> unchecked) {
        List<Point> kept = new ArrayList<>();
        for (Point point : unchecked) {
            if (kept.isEmpty()
                    || point.seconds() > kept.getLast().seconds()
                            && point.total() >= kept.getLast().total()) {
                kept.add(point);
            }
        }
        return new Timeline(kept);
    }

    /** The same with a beginning at nothing, for a total that nobody looked at until it had grown. */
    Timeline from(double seconds) {
        if (points.isEmpty()
                || points.getFirst().total() == 0
                || seconds >= points.getFirst().seconds()) {
            return this;
        }
        List<Point> longer = new ArrayList<>();
        longer.add(new Point(seconds, 0));
        longer.addAll(points);
        return new Timeline(longer);
    }

    double total() {
        return points.isEmpty() ? 0 : points.getLast().total();
    }

    /** @return the total at that time; the first known one before, the last one after */
    double totalAt(double seconds) {
        Point before = null;
        for (Point point : points) {
            if (point.seconds() >= seconds) {
                return before == null ? point.total() : between(before, point, seconds);
            }
            before = point;
        }
        return total();
    }

    double growth(double from, double to) {
        return totalAt(to) - totalAt(from);
    }

    /** When growth began: the last time at which there was nothing. */
    double begin() {
        double begin = points.isEmpty() ? Double.NaN : points.getFirst().seconds();
        for (Point point : points) {
            if (point.total() > 0) {
                return begin;
            }
            begin = point.seconds();
        }
        return begin;
    }

    /** @param share of the final total, above 0 and at most 1 */
    double timeOf(double share) {
        double wanted = share * total();
        Point before = null;
        for (Point point : points) {
            if (point.total() >= wanted) {
                if (before == null || point.total() == before.total()) {
                    return point.seconds();
                }
                double part = (wanted - before.total()) / (point.total() - before.total());
                return before.seconds() + part * (point.seconds() - before.seconds());
            }
            before = point;
        }
        return Double.NaN;
    }

    /** A second, from the first to the last; not a number when all came at once. */
    double rate() {
        return rate(total(), timeOf(1) - begin());
    }

    /** A second, while the share of the total rose from the one to the other. */
    double rateBetween(double fromShare, double toShare) {
        return rate((toShare - fromShare) * total(), timeOf(toShare) - timeOf(fromShare));
    }

    /** How far this was behind the other at worst. */
    double largestDeficit(Timeline ahead) {
        double largest = 0;
        for (Point point : ahead.points()) {
            largest = Math.max(largest, point.total() - totalAt(point.seconds()));
        }
        for (Point point : points) {
            largest = Math.max(largest, ahead.totalAt(point.seconds()) - point.total());
        }
        return largest;
    }

    private static double rate(double count, double seconds) {
        return seconds > 0 ? count / seconds : Double.NaN;
    }

    private static double between(Point before, Point after, double seconds) {
        double part = (seconds - before.seconds()) / (after.seconds() - before.seconds());
        return before.total() + part * (after.total() - before.total());
    }
}
