/**
 * From {@code killmail.ingested} to {@code killmail.enriched}, batch by batch: a batch's offsets are committed only once the
 * broker has acknowledged all that came of it. Whatever breaks in between, the batch is done again; killmails carry their id,
 * so twice is no harm.
 */
package io.battlescope.enrichment.stream;
