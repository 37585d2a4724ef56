package io.battlescope.local.process;

/** Something the person at the keyboard can put right. The message is a whole sentence and is shown without a stack trace. */
public class SetupException extends RuntimeException {

    public SetupException(String sentence) {
        super(sentence);
    }

    public SetupException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
