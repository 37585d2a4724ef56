/**
 * What a feed of killmails is: batches of raw payloads, each with its place, and a bookmark from which reading goes on. Also the
 * choice and configuration of the feed; the sources themselves are beside this package.
 */
package io.battlescope.ingestion.feed;
