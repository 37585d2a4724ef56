package io.battlescope.ingestion.history;

/** Takes what history has of a day, killmail by killmail. */
public interface MailSink {

    /**
     * A killmail.
     *
     * @param envelope the ESI body under {@code esi}, with id and hash beside it, like the live feed's
     */
    void mail(long killmailId, byte[] envelope) throws InterruptedException;

    /** One that nobody will ever give, since the id and the hash in the index do not belong together. */
    void refused(long killmailId, String hash, String detail) throws InterruptedException;
}
