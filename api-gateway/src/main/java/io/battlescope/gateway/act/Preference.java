package io.battlescope.gateway.act;

import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a caller would rather wait than be sent to look later (RFC 7240); what cannot be read is no preference. */
final class Preference {

    static final String HEADER = "Prefer";
    static final String APPLIED_HEADER = "Preference-Applied";

    private static final long MOST_SECONDS = 30;
    private static final Pattern WAIT =
            Pattern.compile("(?i)(?:^|.*[,;\\s])wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(?:[,;].*)?");

    private Preference() {}

    static Duration waitOf(Enumeration<String> headers) {
        return Collections.list(headers).stream()
                .map(WAIT::matcher)
                .filter(Matcher::matches)
                .map(found -> Duration.ofSeconds(Math.min(Long.parseLong(found.group(1)), MOST_SECONDS)))
                .findFirst()
                .orElse(Duration.ZERO);
    }

    static String applied(Duration wait) {
        return "wait=" + wait.toSeconds();
    }
}
