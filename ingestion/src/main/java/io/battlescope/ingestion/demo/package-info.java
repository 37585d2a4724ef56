/**
 * A small made-up war for whoever has no network: the same fights each time, at the present time. Its pilots, corporations and
 * alliances have ids that the game has not given out, so nobody real is shown losing a ship.
 */
package io.battlescope.ingestion.demo;
