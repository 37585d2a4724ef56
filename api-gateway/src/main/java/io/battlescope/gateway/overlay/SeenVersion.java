package io.battlescope.gateway.overlay;

import io.battlescope.gateway.body.FieldErrors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version that an admin saw, from the battle's ETag. */
final class SeenVersion {

    static final String HEADER = "If-Match";

    /** A version is the first number of the battle's tag; what follows it is of no account here. */
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})(?:-[^\"]{0,100})?\"");

    private SeenVersion() {}

    /** {@code null} when any version will do. */
    static Long read(String header, FieldErrors errors) {
        if (header == null || header.strip().equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            errors.require(false, HEADER, "is not the ETag of a battle, such as W/\"17-0\", nor *");
            return null;
        }
        return Long.valueOf(tag.group(1));
    }
}
