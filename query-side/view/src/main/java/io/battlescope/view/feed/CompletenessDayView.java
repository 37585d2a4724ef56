package io.battlescope.view.feed;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How complete a day is, as of its last comparison. Known = held + refused + quarantined + missing.
 *
 * @param day by kill time (UTC)
 * @param known killmails that the source knows of
 * @param held accepted and stored
 * @param refused not stored, since a ruleset refused them
 * @param quarantined not stored, since they are broken
 * @param missing not here, for no good reason
 * @param beyond held although the source does not list them (yet)
 * @param source who was asked
 * @param comparedAt when it was last compared (UTC)
 */
public record CompletenessDayView(
        LocalDate day,
        long known,
        long held,
        long refused,
        long quarantined,
        long missing,
        long beyond,
        Instant comparedAt,
        String source) {}
