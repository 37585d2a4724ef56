package io.battlescope.projection.parked;

import io.battlescope.projection.stream.Origin;
import io.battlescope.projection.stream.UnreadableRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies events in their order, but for those that fail and those that have to wait for one that is parked. A batch that fails is taken
 * back to where it began and applied in halves, the earlier one first, so that whoever is to blame is found without changing the order.
 */
final class Sieve {

    private final Parkable parkable;
    private final TransactionTemplate savepoints;
    /** What parked sequences are about, each with one of them: itself, where it is one. */
    private final Map<String, String> touched;

    private final Set<String> sequences;
    private final Map<String, Set<String>> newTouches = new TreeMap<>();
    private final List<Parked> parked = new ArrayList<>();
    private Predicate<EventMessage<?>> handled = event -> false;

    /** @param touched what is parked already, as far as the events to come are about it */
    Sieve(Parkable parkable, TransactionTemplate savepoints, Map<String, String> touched) {
        this.parkable = parkable;
        this.savepoints = savepoints;
        this.touched = new HashMap<>(touched);
        this.sequences = new HashSet<>();
        touched.forEach((about, sequence) -> {
            if (about.equals(sequence)) {
                sequences.add(sequence);
            }
        });
    }

    void apply(List<? extends EventMessage<?>> events) {
        handled = touched.isEmpty() ? event -> false : parkable.handledAmong(readable(events));
        sift(events);
    }

    private static List<? extends EventMessage<?>> readable(List<? extends EventMessage<?>> events) {
        return events.stream().filter(Origin::isReadable).toList();
    }

    private void sift(List<? extends EventMessage<?>> events) {
        List<EventMessage<?>> free = new ArrayList<>();
        for (EventMessage<?> event : events) {
            if (waitsFor(event) == null) {
                free.add(event);
                continue;
            }
            if (!sequences.contains(Sequences.of(parkable, event))) {
                // what a newly parked sequence holds is told by the rows as they are when its turn comes
                attempt(free);
                free.clear();
            }
            park(event, waitsFor(event));
        }
        attempt(free);
    }

    /** Applies what waits for nothing; what fails is parked when it is a single event, and otherwise found in a half of it. */
    private void attempt(List<EventMessage<?>> events) {
        RuntimeException failure = events.isEmpty() ? null : tryOut(events);
        if (failure == null) {
            return;
        }
        if (events.size() == 1) {
            EventMessage<?> event = events.getFirst();
            park(new Parked(event, Sequences.of(parkable, event), Trouble.words(failure), null));
            return;
        }
        int half = events.size() / 2;
        List<EventMessage<?>> all = List.copyOf(events);
        sift(all.subList(0, half));
        sift(all.subList(half, all.size()));
    }

    private RuntimeException tryOut(List<EventMessage<?>> events) {
        for (EventMessage<?> event : events) {
            if (event.getPayload() instanceof UnreadableRecord record) {
                return new IllegalArgumentException(record.why());
            }
        }
        try {
            savepoints.executeWithoutResult(savepoint -> parkable.apply(events));
            return null;
        } catch (RuntimeException e) {
            if (!Trouble.isOfTheEvent(e)) {
                throw e;
            }
            return e;
        }
    }

    /** The sequence that an event has to wait for; {@code null} for none. */
    private String waitsFor(EventMessage<?> event) {
        if (touched.isEmpty() || (Origin.isReadable(event) && handled.test(event))) {
            return null;
        }
        String sequence = Sequences.of(parkable, event);
        if (sequences.contains(sequence)) {
            return sequence;
        }
        return Sequences.touches(parkable, event).stream()
                .map(touched::get)
                .filter(blocker -> blocker != null && !blocker.equals(sequence))
                .findFirst()
                .orElse(null);
    }

    private void park(EventMessage<?> event, String blocker) {
        String sequence = Sequences.of(parkable, event);
        String cause = sequence.equals(blocker) ? "waits for what is parked before it" : "waits for " + blocker;
        park(new Parked(event, sequence, cause, blocker));
    }

    private void park(Parked letter) {
        parked.add(letter);
        boolean isNew = sequences.add(letter.sequence());
        Set<String> about = new TreeSet<>(Sequences.touches(parkable, letter.event()));
        about.add(letter.sequence());
        if (isNew) {
            about.addAll(parkable.heldBy(letter.sequence()));
        }
        about.forEach(each -> touched.putIfAbsent(each, letter.sequence()));
        newTouches
                .computeIfAbsent(letter.sequence(), ignored -> new TreeSet<>())
                .addAll(about);
    }

    /** In the order of the events. */
    List<Parked> parked() {
        return parked;
    }

    /** What the parked events are about, by their sequence. */
    Map<String, Set<String>> touches() {
        return newTouches;
    }
}
