package io.battlescope.ingestion.r2z2;

import io.battlescope.ingestion.feed.Batch;
import io.battlescope.ingestion.feed.Bookmark;
import io.battlescope.ingestion.feed.Bookmarks;
import io.battlescope.ingestion.feed.FeedException;
import io.battlescope.ingestion.feed.FeedState;
import io.battlescope.ingestion.feed.KillmailSource;
import io.battlescope.ingestion.feed.LostRange;
import io.battlescope.ingestion.feed.Position;
import io.battlescope.ingestion.feed.RawKillmail;
import io.battlescope.ingestion.feed.Recheck;
import io.battlescope.ingestion.feed.Recheck.Reason;
import io.battlescope.ingestion.feed.Rechecks;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live feed. A sequence number is only a place in it: the same killmail can come again under another. Files are asked for one
 * after the other; the pointer that the host publishes only says where to begin, and whether a file that is not there ever will be.
 */
public final class R2z2Source implements KillmailSource {

    private static final Logger log = LoggerFactory.getLogger(R2z2Source.class);
    /** So often in a row a damaged file is asked for; after that the feed goes on, and it is asked for again later. */
    private static final int TRIES_OF_DAMAGED = 3;
    /** So often a rewritten file is asked for before it counts as expired. */
    private static final int TRIES_OF_REWRITTEN = 3;

    private final R2z2Settings settings;
    private final Bookmarks bookmarks;
    private final R2z2Client client;
    private final Doubt doubt;
    private final SecondLook secondLook;
    private final R2z2Counters counters = new R2z2Counters();
    private final String feed;
    private Position position;
    private long next;
    private FeedException trouble;
    private int damaged;
    private long damagedNumber;
    private volatile FeedState state = FeedState.STARTING;

    public R2z2Source(
            R2z2Settings settings, FeedHost host, Bookmarks bookmarks, Rechecks rechecks, InstantSource clock) {
        this.settings = settings;
        this.bookmarks = bookmarks;
        this.client = new R2z2Client(host, settings.afterMiss());
        this.doubt = new Doubt(client, counters);
        this.secondLook = new SecondLook(client, rechecks, settings.recheckAfter(), counters, clock);
        this.feed = "r2z2:" + host.address();
    }

    @Override
    public String name() {
        return "r2z2";
    }

    @Override
    public Batch next(int max) throws FeedException, InterruptedException {
        tellTrouble();
        if (position == null) {
            open();
        }
        Optional<Recheck> due = secondLook.due(feed);
        if (due.isPresent()) {
            return askedAgain(due.get());
        }
        Batch batch = following(max);
        secondLook.mayFollow();
        return batch;
    }

    private Batch following(int max) throws FeedException, InterruptedException {
        Reading reading = new Reading(position, next, max);
        try {
            while (reading.hasRoom()) {
                read(reading);
            }
        } catch (FeedException e) {
            if (reading.isEmpty()) {
                throw e;
            }
            // what came before is good; the trouble is told at the next call
            trouble = e;
        }
        return reading.isEmpty() ? missed() : advanced(reading);
    }

    @Override
    public void rewind() {
        position = null;
        trouble = null;
        doubt.none();
    }

    @Override
    public FeedState state() {
        return state;
    }

    @Override
    public Map<String, Long> counters() {
        return counters.byName();
    }

    @Override
    public void close() {
        // the host is not this feed's alone
    }

    private void tellTrouble() throws FeedException {
        FeedException before = trouble;
        trouble = null;
        if (before != null) {
            throw before;
        }
    }

    private void open() throws FeedException, InterruptedException {
        Optional<Position> stored = bookmarks.beginningWith(feed).stream()
                .filter(bookmark -> bookmark.feed().equals(feed))
                .map(Bookmark::position)
                .findFirst();
        next = stored.isPresent() ? stored.get().number() + 1 : first();
        position = stored.orElse(Position.START);
        counters.asksFor(next);
        log.info("Following {} from sequence {}", feed, next);
    }

    private long first() throws FeedException, InterruptedException {
        return switch (settings.start()) {
            case "head" -> pointer() + 1;
            case "pointer" -> pointer();
            default -> Long.parseLong(settings.start());
        };
    }

    private long pointer() throws FeedException, InterruptedException {
        long pointer = client.pointer();
        counters.pointsTo(pointer);
        return pointer;
    }

    private void read(Reading reading) throws FeedException, InterruptedException {
        Optional<KillmailFile> file = fetch(reading.next());
        if (file.isEmpty()) {
            counters.miss();
            reading.end();
            return;
        }
        long rewritten = file.get().rewritten();
        if (rewritten == 0) {
            reading.add(file.get(), Optional.empty());
        } else if (reading.contains(rewritten)) {
            // one batch has one payload of a number, so this file begins the next
            reading.end();
        } else {
            reading.add(file.get(), again(rewritten));
        }
    }

    /** An edge may keep an old 404 for a while, so that one of them does not mean that the file has expired. */
    private Optional<KillmailFile> again(long number) throws FeedException, InterruptedException {
        Optional<KillmailFile> file = fetch(number);
        for (int tries = 1; file.isEmpty() && tries < TRIES_OF_REWRITTEN; tries++) {
            counters.miss();
            file = fetch(number);
        }
        counters.rewritten(file.isPresent());
        if (file.isEmpty()) {
            log.info("Sequence {} was rewritten and has expired", number);
        }
        return file;
    }

    /** A file that is cut off is asked for again, as an edge may still be getting it, and then taken as it is for now. */
    private Optional<KillmailFile> fetch(long number) throws FeedException, InterruptedException {
        Optional<KillmailFile> file = client.killmail(number);
        if (file.isPresent() && !file.get().isWhole()) {
            counters.damaged();
            damaged = number == damagedNumber ? damaged + 1 : 1;
            damagedNumber = number;
            if (damaged < TRIES_OF_DAMAGED) {
                throw new FeedException(
                        "damaged", "sequence " + number + " is no whole JSON", settings.afterMiss(), null);
            }
        }
        return file;
    }

    private Batch askedAgain(Recheck recheck) throws FeedException, InterruptedException {
        Optional<KillmailFile> whole = secondLook.at(recheck);
        if (whole.isEmpty()) {
            return besides(recheck, List.of(), secondLook.after(recheck));
        }
        long rewritten = whole.get().rewritten();
        return besides(
                recheck,
                List.of(whole.get().raw()),
                secondLook.of(rewritten == 0 ? Map.of() : Map.of(rewritten, Reason.REWRITTEN)));
    }

    private Batch besides(Recheck asked, List<RawKillmail> payloads, List<Recheck> later) {
        return new Batch(feed, "", position, position, payloads, null, asked, later);
    }

    private Batch missed() throws FeedException, InterruptedException {
        Optional<LostRange> lost = doubt.missed(next, position.mark());
        state = doubt.state(next);
        if (lost.isEmpty()) {
            return new Batch(feed, "", position, position, List.of());
        }
        log.warn(
                "Sequences {} to {} are lost; history is to fill the gap",
                next,
                lost.get().last());
        counters.gap();
        return moved(new Position(lost.get().last(), position.mark()), List.of(), lost.get(), Map.of());
    }

    private Batch advanced(Reading reading) {
        return moved(reading.position(), reading.payloads(), null, reading.doubtful());
    }

    private Batch moved(Position to, List<RawKillmail> payloads, LostRange lost, Map<Long, Reason> doubtful) {
        Batch batch = new Batch(feed, "", position, to, payloads, lost, null, secondLook.of(doubtful));
        position = to;
        next = to.number() + 1;
        damaged = 0;
        doubt.none();
        counters.asksFor(next);
        state = FeedState.RUNNING;
        return batch;
    }
}
