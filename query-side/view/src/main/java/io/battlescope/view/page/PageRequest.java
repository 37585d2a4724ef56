package io.battlescope.view.page;

import java.util.Optional;

/**
 * Which page of a list.
 *
 * @param after the end of the page before; empty for the first page
 * @param limit rows at most
 */
public record PageRequest(Optional<Position> after, int limit) {

    public static final int MAX_LIMIT = 100;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("A page holds 1 to " + MAX_LIMIT + " rows, not " + limit);
        }
    }

    public static PageRequest first(int limit) {
        return new PageRequest(Optional.empty(), limit);
    }

    public PageRequest next(Position end) {
        return new PageRequest(Optional.of(end), limit);
    }

    /** Rows to ask for: the one more tells whether another page follows. */
    public int rows() {
        return limit + 1;
    }
}
