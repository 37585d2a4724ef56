package io.battlescope.ingestion.history;

import io.battlescope.ingestion.validation.KillmailValidator;
import io.battlescope.ingestion.validation.Validation.Accepted;

/**
 * Hands on what is a killmail. What is none is left to the source that is asked next, which may have it whole.
 *
 * @param lenient whether nobody is asked after this source, so that what is none goes on as well, and is set aside
 */
record Judge(KillmailValidator validator, MailSink sink, boolean lenient) {

    /** For the last source that can be asked. */
    Judge ofLast() {
        return new Judge(validator, sink, true);
    }

    /** Whether it was handed on. */
    boolean handOn(long killmailId, byte[] envelope) throws InterruptedException {
        boolean taken = lenient || validator.validate(envelope) instanceof Accepted;
        if (taken) {
            sink.mail(killmailId, envelope);
        }
        return taken;
    }

    /** Nobody will ever give it. */
    void refused(long killmailId, String hash, String detail) throws InterruptedException {
        sink.refused(killmailId, hash, detail);
    }
}
