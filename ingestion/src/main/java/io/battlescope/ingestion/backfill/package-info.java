/**
 * Fetches from history what is missing: jobs over days, one at a time and a day at a time, behind the live feed. Jobs come from
 * admins, from the nightly comparison and from gaps of the live feed; all of them survive a crash, and none brings a killmail twice.
 */
package io.battlescope.ingestion.backfill;
