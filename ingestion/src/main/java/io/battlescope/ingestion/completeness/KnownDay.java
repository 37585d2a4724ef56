package io.battlescope.ingestion.completeness;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A day that was compared before.
 *
 * @param listedTotal how many killmails the source's totals gave it then
 */
public record KnownDay(LocalDate day, long missing, long listedTotal, Instant comparedAt) {

    /** Whether it has changed at the source, given what its totals say now. */
    public boolean differsFrom(long total) {
        return listedTotal != total;
    }
}
