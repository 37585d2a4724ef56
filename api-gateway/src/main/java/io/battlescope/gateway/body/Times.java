package io.battlescope.gateway.body;

import java.time.Instant;

/** Times that something in the game can have happened at. */
public final class Times {

    /** The game opened; nothing happened before. */
    private static final Instant FIRST = Instant.parse("2003-05-06T00:00:00Z");

    private Times() {}

    /** {@code null} is no time, and is not judged. */
    public static void check(Instant time, String field, FieldErrors errors) {
        errors.require(time == null || !time.isBefore(FIRST), field, "is before " + FIRST + ", when the game opened")
                .require(time == null || !time.isAfter(Instant.now()), field, "is in the future");
    }
}
