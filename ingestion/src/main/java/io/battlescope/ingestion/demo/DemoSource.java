package io.battlescope.ingestion.demo;

import io.battlescope.ingestion.feed.Batch;
import io.battlescope.ingestion.feed.Bookmark;
import io.battlescope.ingestion.feed.Bookmarks;
import io.battlescope.ingestion.feed.FeedState;
import io.battlescope.ingestion.feed.KillmailSource;
import io.battlescope.ingestion.feed.Pacer;
import io.battlescope.ingestion.feed.Position;
import io.battlescope.ingestion.feed.RawKillmail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The made-up war as a feed. The opening fights come at once, with times of the last minutes; after them a kill each few seconds, as
 * it happens. The place is the number of the kill, which also makes its id, so a restart repeats none.
 */
public final class DemoSource implements KillmailSource {

    private static final String FEED = "demo";
    /** Far above the ids that the game has given out, so that a demo and real killmails never mix. */
    private static final long FIRST_ID = 2_000_000_000L;

    private static final double USUAL_RATE = 1 / 3.0;
    private static final Duration OPENING_STEP = Duration.ofSeconds(9);

    private final Bookmarks bookmarks;
    private final Clock clock;
    private final Pacer pacer;
    private Position position;
    private long fight;
    private List<DemoKill> kills = List.of();
    private int nextKill;

    /** @param rate kills a second after the opening; {@code null} for one each three seconds */
    public DemoSource(Bookmarks bookmarks, Clock clock, Double rate) {
        this.bookmarks = bookmarks;
        this.clock = clock;
        this.pacer = new Pacer(rate == null ? USUAL_RATE : rate);
    }

    @Override
    public String name() {
        return FEED;
    }

    @Override
    public Batch next(int max) throws InterruptedException {
        if (position == null) {
            open();
        }
        Position before = position;
        List<RawKillmail> killmails = isOpening() ? opening(max) : later(max);
        return new Batch(FEED, "", before, position, killmails);
    }

    @Override
    public void rewind() {
        position = null;
    }

    @Override
    public FeedState state() {
        return FeedState.RUNNING;
    }

    @Override
    public void close() {
        // nothing is open
    }

    private void open() {
        position = bookmarks.beginningWith(FEED).stream()
                .map(Bookmark::position)
                .findFirst()
                .orElse(Position.START);
        long skip = position.number();
        fight = 0;
        kills = DemoFights.fight(0);
        while (skip >= kills.size()) {
            skip -= kills.size();
            kills = DemoFights.fight(++fight);
        }
        nextKill = (int) skip;
    }

    private boolean isOpening() {
        return fight < DemoFights.OPENING;
    }

    /** Each opening fight ends about now: the last of its kills is the newest. */
    private List<RawKillmail> opening(int max) {
        List<RawKillmail> killmails = new ArrayList<>();
        while (isOpening() && killmails.size() < max) {
            Duration ago = OPENING_STEP.multipliedBy(kills.size() - nextKill - 1L);
            killmails.add(take(clock.instant().minus(ago)));
        }
        return killmails;
    }

    private List<RawKillmail> later(int max) throws InterruptedException {
        int due = Math.min(max, pacer.await());
        List<RawKillmail> killmails = new ArrayList<>();
        for (int i = 0; i < due; i++) {
            killmails.add(take(clock.instant()));
        }
        pacer.gave(due);
        return killmails;
    }

    private RawKillmail take(Instant at) {
        DemoKill kill = kills.get(nextKill++);
        if (nextKill == kills.size()) {
            kills = DemoFights.fight(++fight);
            nextKill = 0;
        }
        position = new Position(position.number() + 1, 0);
        byte[] mail = DemoMail.write(kill, FIRST_ID + position.number(), at.truncatedTo(ChronoUnit.SECONDS));
        return new RawKillmail(position.number(), mail, mail.length);
    }
}
