package io.battlescope.gateway.query;

import io.battlescope.view.progress.FindProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The time that the data are of, asked at most once a second. What cannot be asked keeps its last value: the answer itself
 * will say that the Query DB is away.
 */
@Component
public final class Freshness {

    private static final Logger log = LoggerFactory.getLogger(Freshness.class);
    private static final long MAX_AGE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Asker asker;
    private final AtomicReference<Known> known = new AtomicReference<>(new Known(Optional.empty(), 0, true));

    Freshness(Asker asker) {
        this.asker = asker;
    }

    /** Empty until something has been projected. */
    public Optional<Instant> asOf() {
        Known last = known.get();
        long now = System.nanoTime();
        // whoever wins asks; the others do with what is known
        if (last.isFresh(now) || !known.compareAndSet(last, last.assumedFresh(now))) {
            return last.asOf();
        }
        Known current = new Known(ask(last), System.nanoTime(), false);
        known.set(current);
        return current.asOf();
    }

    private Optional<Instant> ask(Known last) {
        try {
            return asker.ask(new FindProgress()).asOf();
        } catch (RuntimeException e) {
            log.debug("How fresh the data are is not known: {}", e.toString());
            return last.asOf();
        }
    }

    private record Known(Optional<Instant> asOf, long nanoTime, boolean never) {

        boolean isFresh(long now) {
            return !never && now - nanoTime < MAX_AGE_NANOS;
        }

        Known assumedFresh(long now) {
            return new Known(asOf, now, false);
        }
    }
}
