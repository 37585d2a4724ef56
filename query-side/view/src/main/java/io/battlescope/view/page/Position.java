package io.battlescope.view.page;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Where a page ended: the sort keys of its last row as text, the unique one last. */
public record Position(List<String> keys) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:-]{1,100}");
    private static final int MAX_NUMBER_LENGTH = 30;
    private static final int MAX_YEAR = 9999;

    public Position {
        keys = List.copyOf(keys);
    }

    public static Position of(Object... keys) {
        return new Position(List.of(keys).stream().map(Position::asText).toList());
    }

    /** Positions come back from outside: one with another number of keys than the list sorts by is refused. */
    public void requireKeys(int count) {
        if (keys.size() != count) {
            throw new InvalidPositionException("has " + keys.size() + " keys instead of " + count);
        }
    }

    public Instant instant(int index) {
        Instant instant = parse(index, Instant::parse);
        if (instant.atOffset(ZoneOffset.UTC).getYear() > MAX_YEAR) {
            throw new InvalidPositionException("names a time out of range");
        }
        return instant;
    }

    public LocalDate day(int index) {
        LocalDate day = parse(index, LocalDate::parse);
        if (day.getYear() < 1 || day.getYear() > MAX_YEAR) {
            throw new InvalidPositionException("names a day out of range");
        }
        return day;
    }

    public long number(int index) {
        return parse(index, Long::parseLong);
    }

    public BigDecimal decimal(int index) {
        return parse(index, text -> new BigDecimal(limited(text)));
    }

    /** An id as text, of the characters that ids are made of. */
    public String id(int index) {
        String text = keys.get(index);
        if (!ID.matcher(text).matches()) {
            throw new InvalidPositionException("names an impossible id");
        }
        return text;
    }

    /** Any text that the database can hold. */
    public String text(int index) {
        String text = keys.get(index);
        if (text.indexOf('\0') >= 0) {
            throw new InvalidPositionException("holds an impossible character");
        }
        return text;
    }

    private <T> T parse(int index, Function<String, T> parser) {
        try {
            return parser.apply(keys.get(index));
        } catch (DateTimeException | NumberFormatException e) {
            throw new InvalidPositionException("holds an unreadable key", e);
        }
    }

    private static String limited(String number) {
        // an exponent could make a few characters a number of gigabytes
        if (number.length() > MAX_NUMBER_LENGTH || number.indexOf('e') >= 0 || number.indexOf('E') >= 0) {
            throw new NumberFormatException("too long or with an exponent");
        }
        return number;
    }

    private static String asText(Object key) {
        return key instanceof BigDecimal decimal ? decimal.toPlainString() : key.toString();
    }
}
