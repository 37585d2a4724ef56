package io.battlescope.gateway.body;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days of kill time (UTC), and ranges of them. */
public final class Days {

    /** The game opened; nobody died before. */
    private static final LocalDate FIRST = LocalDate.of(2003, 5, 6);

    private static final int LENGTH = "2026-11-23".length();

    private Days() {}

    /**
     * A day such as 2026-11-23.
     *
     * @throws DateTimeException when it is none
     */
    public static LocalDate parse(String text) {
        // years of another length have a sign
        if (text.length() != LENGTH || text.charAt(0) == '-') {
            throw new DateTimeException("No day: " + text);
        }
        return LocalDate.parse(text);
    }

    /** A range that an act is to be about: both its days are needed, and something can have happened on them. */
    public static void check(LocalDate from, LocalDate to, FieldErrors errors) {
        check(from, "from", errors);
        check(to, "to", errors);
        checkOrder(from, to, errors);
    }

    /** A range that begins before it ends; {@code null} is no bound. */
    public static void checkOrder(LocalDate from, LocalDate to, FieldErrors errors) {
        errors.require(from == null || to == null || !from.isAfter(to), "to", "is before from");
    }

    private static void check(LocalDate day, String field, FieldErrors errors) {
        errors.require(day != null, field, "is missing")
                .require(day == null || !day.isBefore(FIRST), field, "is before " + FIRST + ", when the game opened")
                .require(day == null || !day.isAfter(LocalDate.now(ZoneOffset.UTC)), field, "is in the future");
    }
}
