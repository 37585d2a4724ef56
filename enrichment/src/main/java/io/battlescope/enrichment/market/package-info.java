/**
 * ESI's market prices: asked for at the start and about twice a day, and kept in Redis, so that a start without ESI has the last
 * ones. All of it beside the stream: no killmail waits for a price.
 */
package io.battlescope.enrichment.market;
