package io.battlescope.ingestion.store;

import java.util.List;

/**
 * What became of the payloads of a batch, as the pump sees it before the database has its say.
 *
 * @param accepted new killmails that the broker has acknowledged; those that turn out to be known count as duplicates
 * @param revalued known killmails that the broker has acknowledged with another value
 * @param refused new killmails that the ruleset refuses; a killmail that stood refused counts as a duplicate,
 *     whatever becomes of it now, so that every payload is counted once
 * @param duplicates killmails that were not sent since they were known
 * @param aside payloads that are no killmails
 * @param cameRight what was in quarantine until these payloads, or the same killmails, came right
 * @param screened what rules looked at, of all that were judged
 */
public record Booking(
        List<Reference> accepted,
        List<Reference> revalued,
        List<Refusal> refused,
        long duplicates,
        List<SetAside> aside,
        List<Quarantined> cameRight,
        List<ScreenedMail> screened) {}
