/**
 * zKillboard's host: the live feed, one numbered file a killmail, asked for one after the other, and in {@link
 * io.battlescope.ingestion.r2z2.FeedHost} the one way to it, as politely as its rules ask.
 */
package io.battlescope.ingestion.r2z2;
