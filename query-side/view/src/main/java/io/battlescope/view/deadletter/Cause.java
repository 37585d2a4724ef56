package io.battlescope.view.deadletter;

import java.util.regex.Pattern;

/**
 * Why something could not be handled, in words. Libraries quote what they choke on: Jackson says {@code from String "…"}, PostgreSQL
 * {@code Failing row contains (…)}, its driver names every parameter.
 */
public final class Cause {

    /** Up to the last of its kind, for what is quoted can hold quotes itself, and to the end where none closes it. */
    private static final Pattern QUOTED = Pattern.compile("\"(?:.*\"|.*$)|'(?:.*'|.*$)");

    private static final Pattern IN_BRACKETS = Pattern.compile("\\((?:.*\\)|.*$)|\\[(?:.*]|.*$)");

    private Cause() {}

    /** The same for somebody who may not see what was received: its first line, without what is quoted and in brackets. */
    public static String withoutValues(String cause) {
        if (cause == null) {
            return null;
        }
        String line = cause.lines().findFirst().orElse("");
        return IN_BRACKETS.matcher(QUOTED.matcher(line).replaceAll("“…”")).replaceAll("(…)");
    }
}
