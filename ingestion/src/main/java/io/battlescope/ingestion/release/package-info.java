/**
 * Lets payloads out of quarantine that pass by now: judged, published and booked by the code that deals with the feed itself. What
 * enrichment has set aside is published again for it.
 */
package io.battlescope.ingestion.release;
