/** Lets payloads out of quarantine that pass by now: judged, published and booked by the code that deals with the feed itself. */
package io.battlescope.ingestion.release;
