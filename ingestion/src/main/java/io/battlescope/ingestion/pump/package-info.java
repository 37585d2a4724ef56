/**
 * From the feed to the broker: judge a batch, drop what is known, publish, wait for every acknowledgement, and only then book it. Each
 * step is tried until it works, so a broker or a database that is away delays killmails and loses none.
 */
package io.battlescope.ingestion.pump;
