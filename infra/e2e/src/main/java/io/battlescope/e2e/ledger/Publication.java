package io.battlescope.e2e.ledger;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A number of the feed, by the simulator's ledger.
 *
 * @param good whether it has to be taken; otherwise it was broken on purpose
 * @param rewritten whether it was written again under the same number
 * @param updates an older number that it says was written again; 0 for none
 */
record Publication(long sequence, long killmailId, boolean good, boolean rewritten, long updates) {

    static Publication of(JsonNode line) {
        return new Publication(
                line.path("sequence").longValue(),
                line.path("killmail_id").longValue(),
                line.path("good").booleanValue(),
                line.has("rewritten"),
                line.path("updates").longValue());
    }
}
