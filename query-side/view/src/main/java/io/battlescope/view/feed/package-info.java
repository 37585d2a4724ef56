/**
 * Questions about the feeds: how complete each day is, which ranges were lost, which backfills fetch what is missing, and by which
 * rules killmails are accepted. Everything is as ingestion last told it.
 */
package io.battlescope.view.feed;
