package io.battlescope.ingestion.completeness;

import io.battlescope.api.feed.CompletenessDay;
import io.battlescope.ingestion.fact.Facts;
import io.battlescope.ingestion.history.Listing;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares days, and remembers and tells what came of it. */
@Component
public class Completeness {

    private final Fates fates;
    private final OlderRefusals olderRefusals;
    private final CompletenessDays days;
    private final Facts facts;
    private final Clock clock;

    Completeness(Fates fates, OlderRefusals olderRefusals, CompletenessDays days, Facts facts, Clock clock) {
        this.fates = fates;
        this.olderRefusals = olderRefusals;
        this.days = days;
        this.facts = facts;
        this.clock = clock;
    }

    /** Compares a day with what a source lists of it. */
    @Transactional
    public Comparison compare(LocalDate day, Listing listing) {
        return compare(day, listing, listing.hashes().size());
    }

    /**
     * Compares a day with what a source lists of it.
     *
     * @param total what the source's totals give the day, which should be as many as it lists
     */
    @Transactional
    public Comparison compare(LocalDate day, Listing listing, long total) {
        Set<Long> ids = listing.hashes().keySet();
        Instant now = clock.instant();
        Fates.Counts counts = fates.of(ids);
        long version = days.nextVersion(day);
        CompletenessDay fact = new CompletenessDay(
                day,
                version,
                ids.size(),
                counts.of("held"),
                counts.of("refused"),
                counts.of("quarantined"),
                counts.missing().size(),
                fates.beyond(day, ids),
                listing.source(),
                now);
        days.save(fact, total);
        facts.tell(fact);
        return new Comparison(fact, counts.missing());
    }

    /** Those listed that a ruleset refused which is not in force any more; compared, they are dealt with all the same. */
    public List<Long> refusedByOlderRules(Listing listing) {
        return olderRefusals.among(listing.hashes().keySet());
    }

    /** These days are as they were: complete, and the source's totals have not changed. */
    @Transactional
    public void unchanged(Collection<LocalDate> same) {
        days.touch(same, clock.instant()).forEach(facts::tell);
    }

    /** All days that were ever compared. */
    public Map<LocalDate, KnownDay> known() {
        return days.all().stream().collect(Collectors.toMap(KnownDay::day, day -> day));
    }

    /** Killmails missing of the days from this one on. */
    public long missingSince(LocalDate day) {
        return days.missingSince(day);
    }
}
