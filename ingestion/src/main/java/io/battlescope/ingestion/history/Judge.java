package io.battlescope.ingestion.history;

import io.battlescope.ingestion.validation.KillmailValidator;
import io.battlescope.ingestion.validation.Validation.Accepted;

/** Hands on what is a killmail. What is none is left to the source that is asked next, which may have it whole. */
record Judge(KillmailValidator validator, MailSink sink) {

    /** Whether it was handed on. */
    boolean handOn(long killmailId, byte[] envelope) throws InterruptedException {
        if (!(validator.validate(envelope) instanceof Accepted)) {
            return false;
        }
        sink.mail(killmailId, envelope);
        return true;
    }
}
