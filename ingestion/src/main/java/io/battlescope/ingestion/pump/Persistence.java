package io.battlescope.ingestion.pump;

import io.battlescope.ingestion.feed.FeedState;
import io.battlescope.ingestion.lease.LeaseLostException;
import io.battlescope.ingestion.store.FeedMovedException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tries a step until it works, however long that takes, and tells people what it waits for. */
@Component
class Persistence {

    private static final Logger log = LoggerFactory.getLogger(Persistence.class);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    static final String BROKER = "waiting-for-broker";
    static final String DATABASE = "waiting-for-database";

    /** A step that may fail for a while. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws InterruptedException;
    }

    private final StopSignal stop;
    private final PumpMonitor monitor;

    Persistence(StopSignal stop, PumpMonitor monitor) {
        this.stop = stop;
        this.monitor = monitor;
    }

    <T> T untilDone(String waitingFor, Step<T> step) throws InterruptedException {
        Backoff backoff = new Backoff(LONGEST);
        for (int attempt = 1; ; attempt++) {
            try {
                T result = step.run();
                if (attempt > 1) {
                    log.info("{} is over after {} attempts", waitingFor, attempt);
                    monitor.overcame();
                }
                return result;
            } catch (FeedMovedException | LeaseLostException e) {
                throw e;
            } catch (RuntimeException e) {
                if (attempt == 1) {
                    log.warn("{}: {}; nothing is lost, trying again until it works", waitingFor, e.getMessage(), e);
                }
                monitor.trouble(new FeedState(waitingFor, String.valueOf(e.getMessage())));
            }
            stop.pause(backoff.next());
        }
    }
}
