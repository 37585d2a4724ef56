package io.battlescope.esi;

/** Nothing came that could be an answer: asking again can heal it. */
final class NoAnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Notice notice;

    /**
     * @param notice what the head of the reply told; {@code null} when there was none
     */
    NoAnswerException(String message, Notice notice, Throwable cause) {
        super(message, cause);
        this.notice = notice;
    }

    Notice notice() {
        return notice;
    }
}
