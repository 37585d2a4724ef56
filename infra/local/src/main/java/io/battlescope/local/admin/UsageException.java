package io.battlescope.local.admin;

/** The command line is not one of ours; the message says why. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UsageException(String sentence) {
        super(sentence);
    }
}
