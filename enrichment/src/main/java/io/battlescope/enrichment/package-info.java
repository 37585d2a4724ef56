/**
 * Understands accepted killmails: who is a party, what was lost and where, and what it was worth. Nothing outside the process
 * is asked, so enrichment keeps up with the feed; names and better prices come beside the stream.
 */
package io.battlescope.enrichment;
