package io.battlescope.gateway.http;

import io.battlescope.api.battle.ActStatus;
import io.battlescope.api.feed.BackfillJob;
import io.battlescope.api.feed.FeedGap;
import io.battlescope.api.universe.SecurityBand;
import io.battlescope.api.universe.SpaceType;
import io.battlescope.gateway.body.Days;
import io.battlescope.gateway.problem.InvalidValueException;
import io.battlescope.view.battle.BattleSort;
import io.battlescope.view.battle.BattleStatus;
import io.battlescope.view.name.JsonNames;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads values strictly: Spring's own converters take hexadecimal numbers and more forms of time than we promise. */
final class ParameterReaders {

    private static final Pattern ISK = Pattern.compile("\\d{1,18}(\\.\\d{1,2})?");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,40}");
    private static final int LAST_YEAR = 9999;
    private static final Map<Class<?>, Function<String, ?>> BY_TYPE = byType();

    private ParameterReaders() {}

    /** What reads a value of a type; its {@link InvalidValueException}s are for the caller. */
    static Function<String, ?> of(Class<?> type) {
        Function<String, ?> reader = BY_TYPE.get(type);
        if (reader == null) {
            throw new IllegalArgumentException("No parameter can be of " + type);
        }
        return reader;
    }

    private static Map<Class<?>, Function<String, ?>> byType() {
        Map<String, SecurityBand> bands = new TreeMap<>(JsonNames.byName(SecurityBand.values()));
        bands.putAll(Map.of("high", SecurityBand.HIGHSEC, "low", SecurityBand.LOWSEC, "null", SecurityBand.NULLSEC));
        Map<Class<?>, Function<String, ?>> readers = new HashMap<>();
        readers.put(String.class, text -> text);
        readers.put(Integer.class, ParameterReaders::wholeInt);
        readers.put(Long.class, ParameterReaders::whole);
        readers.put(BigDecimal.class, ParameterReaders::isk);
        readers.put(Instant.class, ParameterReaders::time);
        readers.put(LocalDate.class, ParameterReaders::day);
        readers.put(SecurityBand.class, oneOf(bands));
        readers.put(SpaceType.class, oneOf(JsonNames.byName(SpaceType.values())));
        readers.put(BattleStatus.class, oneOf(JsonNames.byName(BattleStatus.values())));
        readers.put(BattleSort.class, oneOf(JsonNames.byName(BattleSort.values())));
        readers.put(ActStatus.class, oneOf(JsonNames.byName(ActStatus.values())));
        readers.put(BackfillJob.Status.class, oneOf(JsonNames.byName(BackfillJob.Status.values())));
        readers.put(FeedGap.Status.class, oneOf(JsonNames.byName(FeedGap.Status.values())));
        return Map.copyOf(readers);
    }

    private static long whole(String text) {
        try {
            if (WHOLE.matcher(text).matches()) {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException e) {
            throw new InvalidValueException("is too large a number");
        }
        throw new InvalidValueException("is not a whole number");
    }

    private static int wholeInt(String text) {
        long number = whole(text);
        if (number != (int) number) {
            throw new InvalidValueException("is too large a number");
        }
        return (int) number;
    }

    private static BigDecimal isk(String text) {
        if (!ISK.matcher(text).matches()) {
            throw new InvalidValueException("is not a number of ISK such as 1000000000 or 0.50");
        }
        return new BigDecimal(text);
    }

    private static Instant time(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() < 1 || time.getYear() > LAST_YEAR) {
                throw new InvalidValueException("is a time out of range");
            }
            return time.toInstant();
        } catch (DateTimeException e) {
            throw new InvalidValueException("is not a time such as 2026-11-23T18:00:00Z");
        }
    }

    private static LocalDate day(String text) {
        try {
            return Days.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidValueException("is not a day such as 2026-11-23");
        }
    }

    private static <E> Function<String, E> oneOf(Map<String, E> values) {
        Map<String, E> sorted = new TreeMap<>(values);
        return text -> {
            E value = sorted.get(text);
            if (value == null) {
                throw new InvalidValueException("is none of " + String.join(", ", sorted.keySet()));
            }
            return value;
        };
    }
}
