package io.battlescope.local.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What the person at the keyboard reads. */
final class Console {

    // the launcher's output is its user interface, not a log
    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;

    private Console() {}

    static void say(String line) {
        OUT.println(line);
        OUT.flush();
    }

    static void complain(String sentence) {
        ERR.println(sentence);
        ERR.flush();
    }

    /** Whether nobody reads any more, as after {@code | head}. */
    static boolean isClosed() {
        return OUT.checkError();
    }

    static void ask(String question) {
        OUT.print(question);
        OUT.flush();
    }

    static String seconds(Instant since) {
        return String.format(
                Locale.ROOT, "%.1f s", Duration.between(since, Instant.now()).toMillis() / 1000.0);
    }
}
