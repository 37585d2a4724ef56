package io.battlescope.ingestion.backfill;

import io.battlescope.api.feed.BackfillJob;
import io.battlescope.api.feed.BackfillJob.Cause;
import io.battlescope.ingestion.completeness.Completeness;
import io.battlescope.ingestion.feed.Bookmark;
import io.battlescope.ingestion.feed.Bookmarks;
import io.battlescope.ingestion.feed.FeedException;
import io.battlescope.ingestion.feed.Position;
import io.battlescope.ingestion.history.History;
import io.battlescope.ingestion.history.Listing;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A day of a job from beginning to end. Doing it again finds what was delivered before, and brings the rest. */
@Component
class DayWork {

    private final History history;
    private final EmptyDays emptyDays;
    private final Completeness completeness;
    private final Bookmarks bookmarks;
    private final JobDays days;
    private final JobProgress progress;
    private final Gate gate;
    private final Clock clock;

    DayWork(
            History history,
            EmptyDays emptyDays,
            Completeness completeness,
            Bookmarks bookmarks,
            JobDays days,
            JobProgress progress,
            Gate gate,
            Clock clock) {
        this.history = history;
        this.emptyDays = emptyDays;
        this.completeness = completeness;
        this.bookmarks = bookmarks;
        this.days = days;
        this.progress = progress;
        this.gate = gate;
        this.clock = clock;
    }

    /** @throws FeedException when something is missing still, for a reason that passes */
    void run(BackfillJob job, LocalDate day) throws FeedException, InterruptedException {
        Optional<Listing> listing = history.list(day);
        if (listing.isPresent()) {
            days.brought(job.jobId(), day, complete(job, day, listing.get()));
        } else if (!emptyDays.isEmpty(day)) {
            throw History.noIndex(day);
        }
        days.done(job.jobId(), day, clock.instant());
    }

    /** How many are missing still. */
    private long complete(BackfillJob job, LocalDate day, Listing listing) throws FeedException, InterruptedException {
        List<Long> wanted = wanted(job, day, listing);
        days.looked(job.jobId(), day, listing.hashes().size(), wanted.size());
        progress.began(job, day, wanted.size());
        if (wanted.isEmpty()) {
            return 0;
        }
        FeedException trouble = fetch(job, day, listing, wanted);
        List<Long> left = wanted(job, day, listing);
        if (trouble != null && !left.isEmpty()) {
            throw trouble;
        }
        return left.size();
    }

    /** What is missing, and for a job that an admin asked for what was refused by rules that have changed since. */
    private List<Long> wanted(BackfillJob job, LocalDate day, Listing listing) {
        List<Long> wanted = new ArrayList<>(completeness.compare(day, listing).missing());
        if (job.cause() == Cause.ADMIN) {
            wanted.addAll(completeness.refusedByOlderRules(listing));
        }
        return wanted;
    }

    /** Brings what it can, and gives back what kept it from more. */
    private FeedException fetch(BackfillJob job, LocalDate day, Listing listing, List<Long> wanted)
            throws InterruptedException {
        gate.idle();
        Delivery delivery = new Delivery(job.jobId(), gate, place(), killmails -> progress.moved(job, day, killmails));
        FeedException trouble = null;
        try {
            history.fetch(day, listing, wanted, delivery);
        } catch (FeedException e) {
            trouble = e;
        }
        delivery.flush();
        return trouble;
    }

    private Position place() {
        return bookmarks.beginningWith(Gate.SOURCE).stream()
                .filter(bookmark -> bookmark.feed().equals(Gate.SOURCE))
                .map(Bookmark::position)
                .findFirst()
                .orElse(Position.START);
    }
}
