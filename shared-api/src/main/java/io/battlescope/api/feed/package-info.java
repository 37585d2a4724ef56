/**
 * What admins ask of ingestion ({@link io.battlescope.api.feed.FeedOrder}) and what ingestion tells of itself
 * ({@link io.battlescope.api.feed.FeedFact}): rulesets, history, gaps, completeness.
 */
package io.battlescope.api.feed;
