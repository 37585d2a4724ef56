package io.battlescope.ingestion.r2z2;

import io.battlescope.ingestion.feed.FeedException;
import io.battlescope.ingestion.feed.FeedState;
import io.battlescope.ingestion.feed.LostRange;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells why a file is not there. It is not there yet while the pointer stands before it. Otherwise it has expired, or was never
 * written, or an edge of the host's network keeps an old 404. The last happens to single files, and is over within two purges of a
 * minute each; what has expired is a long range.
 */
final class Doubt {

    /** Misses in a row after which the pointer is looked at: 12 s at least. */
    private static final int TRIES = 3;
    /** As many missing files in a row are no edge's mistake. */
    private static final int MANY = 10;
    /** So often the pointer has to stand behind fewer missing files before they count as lost: 72 s at least. */
    private static final int PATIENCE = 5;

    private final R2z2Client client;
    private final FirstThere firstThere;
    private final R2z2Counters counters;
    private int misses;
    private int suspicions;

    Doubt(R2z2Client client, R2z2Counters counters) {
        this.client = client;
        this.firstThere = new FirstThere(client);
        this.counters = counters;
    }

    void none() {
        misses = 0;
        suspicions = 0;
    }

    /**
     * Another miss.
     *
     * @param number the file that is not there
     * @param lastUpload of the file before it, seconds since 1970; 0 when unknown
     * @return what is lost, as soon as that can be said
     */
    Optional<LostRange> missed(long number, long lastUpload) throws FeedException, InterruptedException {
        misses++;
        if (misses % TRIES != 0) {
            return Optional.empty();
        }
        long pointer = client.pointer();
        counters.pointsTo(pointer);
        // a pointer that stands before us is no error: it trails, and an edge can keep an old one
        suspicions = pointer < number ? 0 : suspicions + 1;
        boolean patienceIsOver = suspicions >= PATIENCE;
        return suspicions == 1 || patienceIsOver ? lost(number, pointer, lastUpload, patienceIsOver) : Optional.empty();
    }

    FeedState state(long number) {
        return suspicions == 0
                ? new FeedState("waiting", "sequence " + number + " is not there yet")
                : new FeedState(
                        "stuck",
                        "sequence " + number + " is not there, although the feed already points to "
                                + counters.pointer() + "; asking again before it counts as lost");
    }

    private Optional<LostRange> lost(long number, long pointer, long lastUpload, boolean patienceIsOver)
            throws FeedException, InterruptedException {
        Optional<KillmailFile> first = firstThere.after(number, pointer);
        long end = first.map(file -> file.raw().number()).orElse(pointer + 1);
        boolean many = first.isPresent() && end - number >= MANY;
        if (end == number || !(many || patienceIsOver)) {
            return Optional.empty();
        }
        long nextUpload = first.map(KillmailFile::uploadedAt).orElse(0L);
        return Optional.of(new LostRange(number, end - 1, time(lastUpload), time(nextUpload)));
    }

    private static Instant time(long seconds) {
        return seconds == 0 ? null : Instant.ofEpochSecond(seconds);
    }
}
