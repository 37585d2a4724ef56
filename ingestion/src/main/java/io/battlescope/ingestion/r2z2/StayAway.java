package io.battlescope.ingestion.r2z2;

import io.battlescope.ingestion.feed.Bans;
import io.battlescope.ingestion.feed.FeedException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/** Times at which nobody asks the host: it has banned us, or said that we ask too much. */
final class StayAway {

    /** A ban that another instance met, or that an admin lifted, is known so much later. */
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Bans bans;
    private final Clock clock;
    private final String host;
    private Instant unsaved;
    private volatile Instant bannedUntil;
    private Instant throttledUntil = Instant.MIN;
    private long readAt;

    StayAway(URI host, Bans bans, Clock clock) {
        this.host = host.getAuthority();
        this.bans = bans;
        this.clock = clock;
    }

    /** Throws while the host is not to be asked. */
    synchronized void check() throws FeedException {
        refresh();
        Instant now = clock.instant();
        if (now.isBefore(bannedUntil)) {
            throw banned(now, bannedUntil);
        }
        if (now.isBefore(throttledUntil)) {
            throw throttled(now);
        }
    }

    /** In memory first: should the database be away, nobody asks all the same, and it is saved before anybody asks again. */
    synchronized FeedException ban(Duration time) {
        Instant now = clock.instant();
        unsaved = now.plus(time).plusMillis(999).truncatedTo(ChronoUnit.SECONDS);
        FeedException banned = banned(now, unsaved);
        refresh();
        return banned;
    }

    synchronized FeedException throttle(Duration time) {
        Instant now = clock.instant();
        throttledUntil = now.plus(time);
        return throttled(now);
    }

    /** As far as is known; not held up by a database that is slow to say. */
    Instant bannedUntil() {
        Instant known = bannedUntil;
        return known == null ? Instant.MIN : known;
    }

    private FeedException banned(Instant now, Instant until) {
        return new FeedException(
                "banned-until " + until,
                host
                        + " answered 403: this address is banned for now, or the User-Agent is not welcome; asking again at "
                        + until,
                Duration.between(now, until),
                null);
    }

    private FeedException throttled(Instant now) {
        return new FeedException(
                "throttled",
                host + " answered 429: too many requests; asking again at " + throttledUntil,
                Duration.between(now, throttledUntil),
                null);
    }

    private void refresh() {
        if (unsaved != null) {
            bans.ban(host, unsaved);
            unsaved = null;
            bannedUntil = null;
        }
        long now = System.nanoTime();
        if (bannedUntil == null || now - readAt > FRESH_NANOS) {
            bannedUntil = bans.until(host);
            readAt = now;
        }
    }
}
