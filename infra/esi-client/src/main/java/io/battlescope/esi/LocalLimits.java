package io.battlescope.esi;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What this instance has learned by itself; what it goes by while Redis is away. */
final class LocalLimits implements Limits {

    /** Others ask as well and cannot be seen: an instance alone uses half of each budget. */
    private static final int SHARE = 2;

    private final Clock clock;
    private final Map<Route, Bucket> buckets = new HashMap<>();
    private final Map<String, NavigableMap<Long, Long>> spent = new HashMap<>();
    private final Map<String, Pause> pauses = new HashMap<>();
    private int errorsLeft = ERRORS_A_MINUTE;
    private Instant errorReset = Instant.MIN;

    LocalLimits(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Bucket bucketOf(Route route) {
        return buckets.get(route);
    }

    @Override
    public synchronized void learn(Route route, Bucket bucket) {
        buckets.put(route, bucket);
    }

    /** Books nothing: the cost comes with {@link #settle}. */
    @Override
    public synchronized Admission admit(String scope, Bucket bucket) {
        Instant now = clock.instant();
        for (String paused : new String[] {EVERYTHING, scope}) {
            Pause pause = pauses.get(paused);
            if (pause != null && pause.until().isAfter(now)) {
                return new Admission(pause.state(), Duration.between(now, pause.until()));
            }
        }
        if (errorReset.isAfter(now) && errorsLeft <= ERRORS_SPARED) {
            return Admission.outOfBudget(Duration.between(now, errorReset));
        }
        return bucket == null ? Admission.GRANTED : admit(bucket, now.toEpochMilli());
    }

    @Override
    public synchronized void settle(Bucket bucket, int cost, Long tokensLeft) {
        long now = clock.millis();
        NavigableMap<Long, Long> slices = slices(bucket, now);
        long used = sum(slices) + cost;
        long told = tokensLeft == null ? used : bucket.limit() - tokensLeft;
        slices.merge(now - now % bucket.sliceMillis(), cost + Math.max(0, told - used), Long::sum);
    }

    @Override
    public synchronized long free(Bucket bucket) {
        return bucket.limit() / SHARE - sum(slices(bucket, clock.millis()));
    }

    @Override
    public synchronized void errorsLeft(int left, Duration reset) {
        Instant now = clock.instant();
        if (!errorReset.isAfter(now) || left < errorsLeft) {
            errorsLeft = left;
            errorReset = now.plus(reset);
        }
    }

    @Override
    public synchronized void error() {
        Instant now = clock.instant();
        if (!errorReset.isAfter(now)) {
            errorsLeft = ERRORS_A_MINUTE;
            errorReset = now.plus(ERROR_WINDOW);
        }
        errorsLeft--;
    }

    @Override
    public synchronized void pause(String scope, String state, Duration pause) {
        pauses.put(scope, new Pause(state, clock.instant().plus(pause)));
    }

    private Admission admit(Bucket bucket, long now) {
        NavigableMap<Long, Long> slices = slices(bucket, now);
        long missing = sum(slices) + BOOKED - bucket.limit() / SHARE;
        for (Map.Entry<Long, Long> slice : slices.entrySet()) {
            if (missing <= 0) {
                break;
            }
            missing -= slice.getValue();
            if (missing <= 0) {
                long back = slice.getKey() + bucket.sliceMillis() + bucket.windowMillis();
                return Admission.outOfBudget(Duration.ofMillis(back - now));
            }
        }
        return missing <= 0 ? Admission.GRANTED : Admission.outOfBudget(bucket.window());
    }

    private NavigableMap<Long, Long> slices(Bucket bucket, long now) {
        NavigableMap<Long, Long> slices = spent.computeIfAbsent(bucket.group(), none -> new TreeMap<>());
        slices.headMap(now - bucket.windowMillis() - bucket.sliceMillis(), true).clear();
        return slices;
    }

    private static long sum(NavigableMap<Long, Long> slices) {
        return slices.values().stream().mapToLong(Long::longValue).sum();
    }

    private record Pause(String state, Instant until) {}
}
