package io.battlescope.api.universe;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Entries found by id: a sorted array instead of a map of boxed keys, and nothing to change once built. */
final class ById<T> {

    private final int[] ids;
    private final List<T> entries;

    /** Expects the entries in ascending order of id, as the shipped tables have them. */
    ById(List<T> entries, ToIntFunction<T> id) {
        this.entries = List.copyOf(entries);
        this.ids = entries.stream().mapToInt(id).toArray();
        for (int i = 1; i < ids.length; i++) {
            if (ids[i - 1] >= ids[i]) {
                throw new IllegalStateException("A shipped table is not sorted at id " + ids[i]);
            }
        }
    }

    Optional<T> find(int id) {
        int index = Arrays.binarySearch(ids, id);
        return index < 0 ? Optional.empty() : Optional.of(entries.get(index));
    }

    List<T> all() {
        return entries;
    }
}
