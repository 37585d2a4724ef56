package io.battlescope.ingestion.store;

/**
 * A payload that is a killmail, whatever becomes of that.
 *
 * @param number its place in the feed
 */
public record Passed(long number, long killmailId) {}
