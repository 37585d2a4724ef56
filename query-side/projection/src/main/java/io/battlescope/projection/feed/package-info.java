/**
 * What ingestion tells of itself on {@code ingestion.state}: rulesets, backfills, gaps and how complete each day is. Each message is
 * the whole state of its key, so a row is that of the highest version heard, whatever the order and however often.
 */
package io.battlescope.projection.feed;
