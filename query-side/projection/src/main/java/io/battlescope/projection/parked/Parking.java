package io.battlescope.projection.parked;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventhandling.EventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies the batches of one processor, and parks what cannot be applied. While nothing is parked and nothing fails it costs a savepoint
 * and one look at an index.
 */
public final class Parking {

    private static final Logger log = LoggerFactory.getLogger(Parking.class);

    private final String tokenName;
    private final Parkable parkable;
    private final ParkedLetters letters;
    private final TransactionTemplate savepoints;

    Parking(String tokenName, Parkable parkable, ParkedLetters letters, TransactionTemplate savepoints) {
        this.tokenName = tokenName;
        this.parkable = parkable;
        this.letters = letters;
        this.savepoints = savepoints;
    }

    /** In the transaction that also moves the token. What is parked is read in it, too: another instance may have changed it. */
    public void apply(List<EventMessage<?>> batch) {
        Sieve sieve = new Sieve(parkable, savepoints, letters.isEmpty(tokenName) ? Map.of() : parkedAlready(batch));
        sieve.apply(batch);
        if (!sieve.parked().isEmpty()) {
            letters.park(tokenName, sieve.parked(), sieve.touches());
            sieve.parked().stream()
                    .filter(letter -> letter.waitsFor() == null)
                    .forEach(letter ->
                            log.warn("Processor {} parks {}: {}", tokenName, letter.sequence(), letter.cause()));
        }
    }

    private Map<String, String> parkedAlready(List<EventMessage<?>> batch) {
        letters.lockForParking(tokenName);
        Set<String> about = new TreeSet<>();
        batch.forEach(event -> {
            about.add(Sequences.of(parkable, event));
            about.addAll(Sequences.touches(parkable, event));
        });
        return letters.touched(tokenName, about);
    }

    /** Nothing is parked any more; in the transaction that empties the projection. */
    public void forget() {
        letters.forget(tokenName);
    }
}
