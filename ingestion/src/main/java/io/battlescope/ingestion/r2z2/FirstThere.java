package io.battlescope.ingestion.r2z2;

import io.battlescope.ingestion.feed.FeedException;
import java.util.Optional;

/**
 * Finds the first file behind a missing one. Files go in the order in which they came, so that halving the range finds it in as many
 * steps as the range's length has binary digits. Should the host break that rule, more than needed counts as lost, and is filled from
 * history all the same.
 */
final class FirstThere {

    private final R2z2Client client;

    FirstThere(R2z2Client client) {
        this.client = client;
    }

    /**
     * Looks for it.
     *
     * @param missing a number that is not there
     * @param pointer a later one that the host says is there
     * @return empty when not even that is
     */
    Optional<KillmailFile> after(long missing, long pointer) throws FeedException, InterruptedException {
        Optional<KillmailFile> first = client.killmail(pointer);
        long low = missing;
        long high = pointer;
        while (first.isPresent() && high - low > 1) {
            long middle = low + (high - low) / 2;
            Optional<KillmailFile> file = client.killmail(middle);
            if (file.isPresent()) {
                first = file;
                high = middle;
            } else {
                low = middle;
            }
        }
        return first;
    }
}
