package io.battlescope.ingestion.r2z2;

import io.battlescope.ingestion.feed.Position;
import io.battlescope.ingestion.feed.RawKillmail;
import io.battlescope.ingestion.feed.Recheck.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Files that are read together, so that catching up does not cost a transaction each. */
final class Reading {

    /** Nobody waits longer for the first of them than this. */
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** Full at this size, so that large files do not add up (bytes). */
    private static final long MOST_BYTES = 4L * 1024 * 1024;

    private final int max;
    private final long started = System.nanoTime();
    private final List<RawKillmail> payloads = new ArrayList<>();
    private final Map<Long, Reason> doubtful = new LinkedHashMap<>();
    private Position position;
    private long next;
    private long bytes;
    private boolean ended;

    Reading(Position position, long next, int max) {
        this.position = position;
        this.next = next;
        this.max = max;
    }

    boolean hasRoom() {
        // a file may bring a rewritten one along
        boolean room = payloads.size() < max - 1 && bytes < MOST_BYTES && System.nanoTime() - started < LONGEST_NANOS;
        return !ended && (room || payloads.isEmpty());
    }

    boolean isEmpty() {
        return payloads.isEmpty();
    }

    boolean contains(long number) {
        return payloads.stream().anyMatch(payload -> payload.number() == number);
    }

    /** The rewritten file goes with the one that names it: the place in the feed moves past both or neither. */
    void add(KillmailFile file, Optional<KillmailFile> rewritten) {
        add(file.raw());
        if (!file.isWhole()) {
            doubtful.put(next, Reason.DAMAGED);
        }
        rewritten.ifPresent(again -> {
            add(again.raw());
            doubtful.put(again.raw().number(), again.isWhole() ? Reason.REWRITTEN : Reason.DAMAGED);
        });
        position = new Position(next, file.uploadedAt() == 0 ? position.mark() : file.uploadedAt());
        next++;
    }

    /** Nothing more goes with it. */
    void end() {
        ended = true;
    }

    List<RawKillmail> payloads() {
        return payloads;
    }

    /** The numbers to ask for again, and why. */
    Map<Long, Reason> doubtful() {
        return doubtful;
    }

    Position position() {
        return position;
    }

    long next() {
        return next;
    }

    private void add(RawKillmail payload) {
        payloads.add(payload);
        bytes += payload.payload().length;
    }
}
