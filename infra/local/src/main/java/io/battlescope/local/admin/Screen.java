package io.battlescope.local.admin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;

/** What the person, or the script, in front of it reads. */
record Screen(PrintStream out, PrintStream err, boolean isTerminal) {

    /** The one that this process was started in front of. */
    static Screen own() {
        // the launcher's output is its user interface, not a log
        return new Screen(
                System.out,
                System.err,
                System.console() != null && System.console().isTerminal());
    }

    void say(String text) {
        out.println(text);
        out.flush();
    }

    void complain(String text) {
        err.println(text);
        err.flush();
    }

    /** Writes over the last line where there is a terminal. */
    void update(String line) {
        out.print(isTerminal ? "\r\u001b[K" + line : line + System.lineSeparator());
        out.flush();
    }

    void endUpdates() {
        if (isTerminal) {
            out.println();
        }
    }

    void clear() {
        if (isTerminal) {
            out.print("\u001b[H\u001b[2J");
        }
    }

    String ask(String question) {
        out.print(question);
        out.flush();
        try {
            String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            return answer == null ? "" : answer.strip();
        } catch (IOException e) {
            throw new FailedException("Nothing can be read from the terminal: " + e.getMessage());
        }
    }
}
