package io.battlescope.projection.parked;

import io.battlescope.projection.stream.KeepingConverter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What one processor has parked, for acts of admins; each method within the transaction of an act's step. */
public final class ParkedSequences {

    /** Letters in memory at a time. */
    private static final int CHUNK = 200;

    private final String tokenName;
    private final ParkedLetters letters;
    private final StoredLetters stored;
    private final TransactionTemplate savepoints;

    ParkedSequences(String tokenName, ParkedLetters letters, JdbcTemplate jdbc, TransactionTemplate savepoints) {
        this.tokenName = tokenName;
        this.letters = letters;
        this.stored = new StoredLetters(tokenName, jdbc);
        this.savepoints = savepoints;
    }

    /** What came of trying: letters that took effect, and those that are still parked. */
    public record Tried(int retried, int remaining) {}

    /** A sequence that is meant, and that the act has not tried yet. */
    public Optional<String> next(Selection selection, String actId) {
        return stored.next(selection, actId);
    }

    /**
     * Tries a sequence again, with all that wait for it or that it waits for, in the order of the topic. What fails again stays, and what has
     * to wait for that.
     */
    public Tried retry(String sequence, Parkable parkable, KeepingConverter converter, String actId) {
        letters.lockForTaking(tokenName);
        Set<String> together = stored.together(sequence);
        List<Place> places = Place.inOrder(stored.places(together));
        Sieve sieve = new Sieve(parkable, savepoints, Map.of());
        Map<EventMessage<?>, Long> ids = new IdentityHashMap<>();
        for (int from = 0; from < places.size(); from += CHUNK) {
            List<Place> chunk = places.subList(from, Math.min(places.size(), from + CHUNK));
            sieve.apply(events(chunk, converter, ids));
        }
        Map<Long, Parked> still = new HashMap<>();
        sieve.parked().forEach(letter -> still.put(ids.get(letter.event()), letter));
        List<Long> done = new ArrayList<>(ids.values());
        done.removeAll(still.keySet());
        stored.remove(done);
        stored.failed(still, actId);
        stored.removeTouches(together);
        letters.addTouches(tokenName, sieve.touches());
        return new Tried(done.size(), still.size());
    }

    private List<EventMessage<?>> events(
            List<Place> chunk, KeepingConverter converter, Map<EventMessage<?>, Long> ids) {
        List<EventMessage<?>> events = new ArrayList<>();
        stored.read(chunk).forEach((letterId, letter) -> {
            EventMessage<?> event = converter.read(letter);
            ids.put(event, letterId);
            events.add(event);
        });
        return events;
    }

    /** Letters and sequences that are meant. */
    public Size count(Selection selection) {
        return stored.count(selection);
    }

    /** What an act tried in vain. */
    public Size failedIn(String actId) {
        return stored.failedIn(actId);
    }

    /** What is parked in all. */
    public record Size(long sequences, long letters) {

        public Size plus(Size other) {
            return new Size(sequences + other.sequences, letters + other.letters);
        }
    }

    /** Throws away what is meant, for good; says what it was, by sequence. */
    public Map<String, String> evict(Selection selection) {
        letters.lockForTaking(tokenName);
        Map<String, String> lost = stored.describe(selection);
        stored.evict(selection);
        Set<String> gone = new TreeSet<>(lost.keySet());
        gone.removeAll(stored.stillThere(gone));
        stored.removeTouches(gone);
        return lost;
    }
}
