package io.battlescope.esi;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tokens that a group of routes may use in any stretch of time as long as the window.
 *
 * @param limit tokens
 */
record Bucket(String group, long limit, Duration window) {

    /** Spent tokens are booked by the slice of the window, and come back when the whole slice is behind it. */
    static final int SLICES = 30;

    private static final Pattern LIMIT = Pattern.compile("([0-9]{1,9})/([0-9]{1,4})([smh])");

    /**
     * @param limit as ESI writes it, such as {@code 150/15m}
     * @return empty when it cannot be read
     */
    static Optional<Bucket> parse(String group, String limit) {
        Matcher parts = LIMIT.matcher(limit);
        if (group.isBlank() || !parts.matches()) {
            return Optional.empty();
        }
        long length = Long.parseLong(parts.group(2));
        Duration window = switch (parts.group(3)) {
            case "s" -> Duration.ofSeconds(length);
            case "m" -> Duration.ofMinutes(length);
            default -> Duration.ofHours(length);
        };
        long tokens = Long.parseLong(parts.group(1));
        return tokens == 0 || window.isZero() ? Optional.empty() : Optional.of(new Bucket(group, tokens, window));
    }

    long windowMillis() {
        return window.toMillis();
    }

    long sliceMillis() {
        return Math.max(1, windowMillis() / SLICES);
    }

    /** What an answer costs. */
    static int costOf(int status) {
        return switch (status / 100) {
            case 2 -> 2;
            case 3 -> 1;
            case 4 -> status == Notice.TOO_MANY_REQUESTS ? 0 : 5;
            default -> 0;
        };
    }
}
