/** Lost ranges of the live feed, and the jobs that fetch what is missing from history: what there is, and what admins can ask. */
package io.battlescope.gateway.backfill;
