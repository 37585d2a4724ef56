package io.battlescope.enrichment.esi;

/** A message that no second try will make readable. */
public final class UnreadableKillmailException extends RuntimeException {

    static final String NOT_A_KILLMAIL = "NOT_A_KILLMAIL";
    static final String INCOMPLETE = "KILLMAIL_INCOMPLETE";

    private static final long serialVersionUID = 1L;

    private final String code;

    UnreadableKillmailException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Stable reason code. */
    public String code() {
        return code;
    }
}
