package io.battlescope.view.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param end where the page ends; empty when no row follows
 */
public record Page<T>(List<T> items, Optional<Position> end) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page from rows of which one more than the limit was asked for, which tells whether another page follows without
     * counting.
     */
    public static <T> Page<T> cut(List<T> rows, int limit, Function<T, Position> position) {
        if (rows.size() <= limit) {
            return new Page<>(rows, Optional.empty());
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, Optional.of(position.apply(items.getLast())));
    }
}
