package io.battlescope.esi;

import java.util.regex.Pattern;

/** What ESI counts and breaks by: a path without the ids in it, such as {@code /killmails/{}/{}}. */
record Route(String name) {

    private static final Pattern ID = Pattern.compile("/([0-9]+|[0-9a-fA-F]{40})(?=/|$)");

    static Route of(String path) {
        int end = path.indexOf('?');
        return new Route(ID.matcher(end < 0 ? path : path.substring(0, end)).replaceAll("/{}"));
    }
}
