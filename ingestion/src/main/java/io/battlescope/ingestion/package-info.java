/**
 * Ingestion: killmails from an outside feed onto {@code killmail.ingested}, exactly once in effect. A source reads, a validator
 * judges, the pump publishes and only then moves the feed's cursor; what cannot be a killmail is set aside with the reason.
 */
package io.battlescope.ingestion;
