/** zKillboard's live feed: one numbered file a killmail, asked for one after the other, as politely as its rules ask. */
package io.battlescope.ingestion.r2z2;
