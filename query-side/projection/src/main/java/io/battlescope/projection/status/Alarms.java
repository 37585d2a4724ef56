package io.battlescope.projection.status;

import io.battlescope.api.processor.ProcessorReport.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What somebody should look at. None of it can be fooled by a head that does not move, for none of it is judged by the head alone. */
final class Alarms {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long MAX_BEHIND_MILLIS = 60_000;

    private Alarms() {}

    /** @param claimTimeout how long a claim holds that nobody confirms */
    static List<Alarm> of(Seen seen, Track track, long parkedLetters, Duration claimTimeout) {
        List<Alarm> alarms = new ArrayList<>();
        if (seen.version().isFollowed()) {
            source(seen, alarms);
            pace(seen, track, alarms);
            claims(seen, track, claimTimeout, alarms);
        }
        if (parkedLetters > 0) {
            alarms.add(new Alarm("PARKED", parkedLetters + " events are parked"));
        }
        return alarms;
    }

    private static void source(Seen seen, List<Alarm> alarms) {
        if (seen.source().away() != null) {
            alarms.add(new Alarm("SOURCE_AWAY", seen.source().away()));
        }
        if (seen.isLost()) {
            alarms.add(new Alarm("SOURCE_LOST", seen.lost()));
        }
    }

    private static void pace(Seen seen, Track track, List<Alarm> alarms) {
        Lag lag = track.lag();
        if (lag == null || lag.records() == 0) {
            return;
        }
        Duration still = Duration.between(later(track.movedAt(), track.restedAt()), seen.at());
        if (seen.control().wantsRun() && still.compareTo(PATIENCE) > 0) {
            alarms.add(new Alarm(
                    "NOT_MOVING",
                    lag.records() + " events wait, and none was handled for " + still.toSeconds() + " s"));
        }
        if (lag.millis() > MAX_BEHIND_MILLIS) {
            alarms.add(new Alarm("BEHIND", "What waits is " + lag.millis() / 1000 + " s old"));
        }
    }

    private static void claims(Seen seen, Track track, Duration claimTimeout, List<Alarm> alarms) {
        if (!seen.control().wantsRun()) {
            return;
        }
        seen.segments().stream()
                .filter(segment -> {
                    Instant free = segment.owner() == null
                            ? segment.claimedAt()
                            : segment.claimedAt().plus(claimTimeout);
                    return later(free, track.restedAt()).plus(claimTimeout).isBefore(seen.at());
                })
                .map(segment -> new Alarm(
                        "UNCLAIMED", "Nobody works on segment " + segment.segment() + " since " + segment.claimedAt()))
                .forEach(alarms::add);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
