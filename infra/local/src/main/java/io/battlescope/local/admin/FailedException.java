package io.battlescope.local.admin;

/** It could not be done; the message says why. */
final class FailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean passes;

    FailedException(String sentence) {
        this(sentence, false);
    }

    FailedException(String sentence, boolean passes) {
        super(sentence);
        this.passes = passes;
    }

    /** Whether it can be right again by itself: the gateway is away, or cannot just now. */
    boolean passes() {
        return passes;
    }

    /** What the gateway refused, with its code. */
    static FailedException of(Gateway.Answer answer) {
        String detail = Json.text(answer.json(), "detail");
        StringBuilder sentence =
                new StringBuilder(answer.status() + " " + Json.text(answer.json(), "code") + ": " + detail);
        answer.json()
                .path("fieldErrors")
                .forEach(error -> sentence.append("\n  ")
                        .append(Json.text(error, "field"))
                        .append(' ')
                        .append(Json.text(error, "reason")));
        return new FailedException(sentence.toString(), answer.status() == 503);
    }
}
