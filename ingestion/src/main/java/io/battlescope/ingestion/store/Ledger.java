package io.battlescope.ingestion.store;

import io.battlescope.ingestion.feed.Batch;
import io.battlescope.ingestion.feed.Bookmark;
import io.battlescope.ingestion.feed.Bookmarks;
import io.battlescope.ingestion.gap.FeedGaps;
import io.battlescope.ingestion.lease.Fence;
import io.battlescope.ingestion.lease.LeaseLostException;
import io.battlescope.ingestion.ruleset.RuleCode;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Books what became of a batch: references, refusals, quarantine, counts and the feed's new place, all of it or nothing. */
@Component
public class Ledger implements Bookmarks {

    private final FeedCursorRepository cursors;
    private final Quarantine quarantine;
    private final QuarantineShelf shelf;
    private final KillmailReferences references;
    private final Fence fence;
    private final FeedGaps gaps;
    private final Refusals refusals;
    private final ScreenedMails screened;
    private final RecheckTable rechecks;
    private final Clock clock;

    Ledger(
            FeedCursorRepository cursors,
            Quarantine quarantine,
            QuarantineShelf shelf,
            KillmailReferences references,
            Refusals refusals,
            ScreenedMails screened,
            Fence fence,
            FeedGaps gaps,
            RecheckTable rechecks,
            Clock clock) {
        this.cursors = cursors;
        this.quarantine = quarantine;
        this.shelf = shelf;
        this.references = references;
        this.fence = fence;
        this.gaps = gaps;
        this.refusals = refusals;
        this.screened = screened;
        this.rechecks = rechecks;
        this.clock = clock;
    }

    /**
     * Books the batch. Booking it a second time, after a commit whose answer was lost, changes nothing.
     *
     * @return what was booked; empty when the batch had been booked before
     * @throws FeedMovedException when another process has moved the feed
     * @throws LeaseLostException when another instance is at work, so that this one has to leave everything as it is
     */
    @Transactional
    public Optional<Settled> book(Batch batch, Booking booking) {
        fence.check();
        FeedCursor cursor = cursors.lock(batch.feed()).orElseGet(() -> new FeedCursor(batch.feed()));
        boolean moves = !batch.before().equals(batch.after());
        if (moves && cursor.position().equals(batch.after())) {
            return Optional.empty();
        }
        if (!cursor.position().equals(batch.before())) {
            throw new FeedMovedException("The feed " + batch.feed() + " stands at "
                    + cursor.position().number() + " in the database, not at "
                    + batch.before().number() + ": is another ingestion reading it?");
        }
        if (batch.asked() != null && !rechecks.end(batch.feed(), batch.asked())) {
            return Optional.empty();
        }
        rechecks.add(batch.feed(), batch.later());
        if (batch.lost() != null) {
            gaps.record(batch.feed(), batch.lost());
        }
        Instant now = clock.instant();
        Settled settled = settle(batch.feed(), booking, now);
        cursor.move(batch, settled, now);
        cursors.save(cursor);
        return Optional.of(settled);
    }

    /**
     * Books payloads of that feed that were set aside and judged once more. Its place stays where it is.
     *
     * @param positions of all that were judged; those that the booking does not set aside again leave quarantine
     */
    @Transactional
    public void release(String feed, Collection<Long> positions, Booking booking, String actId) {
        Instant now = clock.instant();
        Optional<FeedCursor> cursor = cursors.lock(feed);
        Settled settled = settle(feed, booking, now);
        shelf.judged(feed, positions, booking.aside(), actId, now);
        cursor.ifPresent(known -> {
            known.count(settled, now);
            cursors.save(known);
        });
    }

    /** The counts of all feeds together. */
    @Transactional(readOnly = true)
    public Totals totals() {
        List<FeedCursor> all = cursors.findAll();
        return new Totals(
                all.stream().mapToLong(FeedCursor::accepted).sum(),
                all.stream().mapToLong(FeedCursor::revalued).sum(),
                all.stream().mapToLong(FeedCursor::duplicates).sum(),
                refusals.countByCode(),
                all.stream().mapToLong(FeedCursor::cameRight).sum(),
                quarantine.countByCode());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Bookmark> beginningWith(String prefix) {
        return cursors.findByFeedStartingWith(prefix).stream()
                .map(FeedCursor::bookmark)
                .toList();
    }

    private Settled settle(String feed, Booking booking, Instant now) {
        int added = references.add(booking.accepted());
        references.revalue(booking.revalued());
        Map<RuleCode, Long> refused = refusals.change(
                booking.refused(),
                booking.accepted().stream().map(Reference::killmailId).toList(),
                now);
        screened.add(booking.screened());
        Map<String, Long> quarantined = new HashMap<>();
        long setAside = quarantine.put(feed, booking.aside(), now, quarantined);
        long cameRight = quarantine.letOut(booking.cameRight(), now, quarantined);
        return new Settled(
                added,
                booking.revalued().size(),
                booking.duplicates()
                        + (booking.accepted().size() - added)
                        + (booking.refused().size() - total(refused)),
                refused,
                setAside,
                cameRight,
                quarantined);
    }

    private static long total(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
