package io.battlescope.ingestion.completeness;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A day that was compared before.
 *
 * @param listedTotal how many killmails the source's totals gave it then
 */
public record KnownDay(LocalDate day, long quarantined, long missing, long listedTotal, Instant comparedAt) {

    /** Whether something is missing, or was set aside and can be missing by now, since an admin let it go. */
    public boolean canMiss() {
        return missing > 0 || quarantined > 0;
    }

    /** Whether it has changed at the source, given what its totals say now. */
    public boolean differsFrom(long total) {
        return listedTotal != total;
    }
}
