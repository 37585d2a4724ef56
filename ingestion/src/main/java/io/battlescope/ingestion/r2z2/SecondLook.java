package io.battlescope.ingestion.r2z2;

import io.battlescope.ingestion.feed.FeedException;
import io.battlescope.ingestion.feed.Recheck;
import io.battlescope.ingestion.feed.Recheck.Reason;
import io.battlescope.ingestion.feed.Rechecks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says which file in doubt is asked for again, and when. The first time is after the host has had its edges forget what they kept,
 * then less and less often until the file has expired; what is not whole by then, only history has.
 */
final class SecondLook {

    private static final Logger log = LoggerFactory.getLogger(SecondLook.class);
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final Duration KEPT_BY_HOST = Duration.ofDays(1);
    /** Doubling more often would be longer than the longest anyway. */
    private static final int DOUBLINGS = 20;

    private final R2z2Client client;
    private final Rechecks rechecks;
    private final Duration first;
    private final R2z2Counters counters;
    private final InstantSource clock;
    private boolean turn;

    SecondLook(R2z2Client client, Rechecks rechecks, Duration first, R2z2Counters counters, InstantSource clock) {
        this.client = client;
        this.rechecks = rechecks;
        this.first = first;
        this.counters = counters;
        this.clock = clock;
    }

    /** A file whose turn it is: one after each time that the new ones were asked for with success, so that they never wait for long. */
    Optional<Recheck> due(String feed) {
        if (!turn) {
            return Optional.empty();
        }
        turn = false;
        Optional<Rechecks.Waiting> waiting = rechecks.of(feed);
        counters.waiting(waiting.map(Rechecks.Waiting::count).orElse(0L));
        return waiting.map(Rechecks.Waiting::first)
                .filter(recheck -> !clock.instant().isBefore(recheck.due()));
    }

    /** The file, when it comes whole by now. */
    Optional<KillmailFile> at(Recheck recheck) throws FeedException, InterruptedException {
        counters.rechecked();
        Optional<KillmailFile> whole = ask(recheck.number()).filter(KillmailFile::isWhole);
        if (whole.isPresent()) {
            counters.mended();
        }
        return whole;
    }

    /** The new ones had their turn. */
    void mayFollow() {
        turn = true;
    }

    List<Recheck> of(Map<Long, Reason> doubtful) {
        Instant now = clock.instant();
        return doubtful.entrySet().stream()
                .map(each -> new Recheck(each.getKey(), each.getValue(), 0, now, now.plus(first)))
                .toList();
    }

    /** The same once more; nothing when the file will have expired by then. */
    List<Recheck> after(Recheck inVain) {
        int tries = inVain.tries() + 1;
        Duration doubled = first.multipliedBy(1L << Math.min(tries, DOUBLINGS));
        Instant due = clock.instant().plus(doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled);
        return due.isAfter(inVain.since().plus(KEPT_BY_HOST))
                ? List.of()
                : List.of(new Recheck(inVain.number(), inVain.reason(), tries, inVain.since(), due));
    }

    /** Trouble with this file alone must not hold up the feed; whether it is the host's, the next new one shows. */
    private Optional<KillmailFile> ask(long number) throws FeedException, InterruptedException {
        try {
            return client.killmail(number);
        } catch (FeedException e) {
            if (e.retryIn().isPresent()) {
                // the host has sent us away
                throw e;
            }
            log.info("Sequence {} cannot be had again yet: {}", number, e.getMessage());
            return Optional.empty();
        }
    }
}
