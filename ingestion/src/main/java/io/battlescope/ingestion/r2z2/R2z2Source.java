package io.battlescope.ingestion.r2z2;

import io.battlescope.ingestion.feed.Batch;
import io.battlescope.ingestion.feed.Bookmark;
import io.battlescope.ingestion.feed.Bookmarks;
import io.battlescope.ingestion.feed.FeedException;
import io.battlescope.ingestion.feed.FeedState;
import io.battlescope.ingestion.feed.KillmailSource;
import io.battlescope.ingestion.feed.Position;
import io.battlescope.ingestion.feed.RawKillmail;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live feed. A sequence number is only a place in it: the same killmail can come again under another. The feed begins at the
 * pointer that the host publishes, so {@code head} and {@code pointer} both take in the few minutes before.
 */
public final class R2z2Source implements KillmailSource {

    private static final Logger log = LoggerFactory.getLogger(R2z2Source.class);
    /** Misses in a row after which the pointer is looked at: a minute at 6 s each. */
    private static final int MISSES_UNTIL_DOUBT = 10;

    private final R2z2Settings settings;
    private final Bookmarks bookmarks;
    private final R2z2Client client;
    private final String feed;
    private Position position;
    private long next;
    private int misses;
    private volatile FeedState state = FeedState.STARTING;

    public R2z2Source(R2z2Settings settings, Bookmarks bookmarks, Clock clock) {
        this.settings = settings;
        this.bookmarks = bookmarks;
        this.client = new R2z2Client(settings, clock);
        this.feed = "r2z2:" + settings.baseUrl();
    }

    @Override
    public String name() {
        return "r2z2";
    }

    @Override
    public Batch next(int max) throws FeedException, InterruptedException {
        if (position == null) {
            open();
        }
        Position before = position;
        Optional<CappedBody.Answer> answer = client.killmail(next);
        if (answer.isEmpty()) {
            missed();
            return new Batch(feed, "", before, before, List.of());
        }
        misses = 0;
        state = FeedState.RUNNING;
        RawKillmail killmail = raw(answer.get());
        position = new Position(next, 0);
        next++;
        return new Batch(feed, "", before, position, List.of(killmail));
    }

    @Override
    public void rewind() {
        position = null;
    }

    @Override
    public FeedState state() {
        return state;
    }

    @Override
    public void close() {
        client.close();
    }

    private void open() throws FeedException, InterruptedException {
        Optional<Position> stored = bookmarks.beginningWith(feed).stream()
                .filter(bookmark -> bookmark.feed().equals(feed))
                .map(Bookmark::position)
                .findFirst();
        next = stored.isPresent() ? stored.get().number() + 1 : first();
        position = stored.orElse(Position.START);
        log.info("Following {} from sequence {}", settings.baseUrl(), next);
    }

    private long first() throws FeedException, InterruptedException {
        return switch (settings.start()) {
            case "head", "pointer" -> client.pointer();
            default -> Long.parseLong(settings.start());
        };
    }

    private void missed() throws FeedException, InterruptedException {
        misses++;
        state = new FeedState("waiting", "sequence " + next + " is not there yet");
        if (misses % MISSES_UNTIL_DOUBT == 0) {
            doubt();
        }
        TimeUnit.NANOSECONDS.sleep(settings.afterMiss().toNanos());
    }

    /** Tells a quiet hour from a killmail that will never come. */
    private void doubt() throws FeedException, InterruptedException {
        long pointer = client.pointer();
        if (pointer > next) {
            state = new FeedState(
                    "stuck",
                    "sequence " + next + " is not there, although the feed already points to " + pointer
                            + ": it has expired (files are kept for a day) or was never written");
            log.warn("Feed is stuck: {}", state.detail());
        }
    }

    private static RawKillmail raw(CappedBody.Answer answer, long number) {
        boolean all = answer.size() == answer.kept().length;
        byte[] payload = all ? answer.kept() : Arrays.copyOf(answer.kept(), RawKillmail.KEPT);
        return new RawKillmail(number, payload, answer.size());
    }

    private RawKillmail raw(CappedBody.Answer answer) {
        return raw(answer, next);
    }
}
