package io.battlescope.simulator.feed;

import io.battlescope.simulator.war.Kill;

/**
 * One number of the feed.
 *
 * @param uploadedAt seconds since 1970
 * @param rewritten how the number was written again since, {@code null} if it was not
 * @param updates an older number that was written again; 0 for none
 * @param flaw what is wrong with the mail; {@code null} when it is as it should be
 */
public record Publication(
        long sequence,
        long uploadedAt,
        long killmailId,
        Kill kill,
        Edition edition,
        Edition rewritten,
        long updates,
        Flaw flaw) {

    /** As it was before it was written again. */
    public Publication previous() {
        return new Publication(sequence, uploadedAt, killmailId, kill, edition, null, updates, flaw);
    }
}
