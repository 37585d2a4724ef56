package io.battlescope.bench;

/** The run cannot go on; the message says why, in a sentence for people. */
final class BenchException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BenchException(String sentence) {
        super(sentence);
    }

    BenchException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
