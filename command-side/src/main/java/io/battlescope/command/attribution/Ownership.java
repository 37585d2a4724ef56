package io.battlescope.command.attribution;

import java.util.Map;
import java.util.Set;

/**
 * The partitions this instance holds, each with the epoch of its take-over. Whoever takes a partition over raises its epoch,
 * and a transaction that still carries the old one is turned away, however late it comes.
 *
 * @param systems which partition a system belongs to
 */
public record Ownership(Map<Integer, Long> epochs, SystemPartitions systems) {

    public static final Ownership NONE = new Ownership(Map.of(), system -> -1);

    public Ownership {
        epochs = Map.copyOf(epochs);
    }

    public Set<Integer> partitions() {
        return epochs.keySet();
    }
}
