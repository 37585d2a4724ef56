package io.battlescope.gateway.http;

import io.battlescope.api.universe.SecurityBand;
import io.battlescope.api.universe.SpaceType;
import io.battlescope.gateway.problem.InvalidValueException;
import io.battlescope.view.battle.BattleSort;
import io.battlescope.view.battle.BattleStatus;
import io.battlescope.view.name.JsonNames;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;

/** Reads parameters strictly: Spring's own converters take hexadecimal numbers and more forms of time than we promise. */
final class ParameterConverters {

    private static final Pattern ISK = Pattern.compile("\\d{1,18}(\\.\\d{1,2})?");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,19}");
    private static final int LAST_YEAR = 9999;

    private ParameterConverters() {}

    static void addTo(FormatterRegistry registry) {
        add(registry, Integer.class, ParameterConverters::wholeInt);
        add(registry, Long.class, ParameterConverters::whole);
        add(registry, BigDecimal.class, ParameterConverters::isk);
        add(registry, Instant.class, ParameterConverters::time);
        Map<String, SecurityBand> bands = new TreeMap<>(JsonNames.byName(SecurityBand.values()));
        bands.putAll(Map.of("high", SecurityBand.HIGHSEC, "low", SecurityBand.LOWSEC, "null", SecurityBand.NULLSEC));
        add(registry, SecurityBand.class, oneOf(bands));
        add(registry, SpaceType.class, oneOf(JsonNames.byName(SpaceType.values())));
        add(registry, BattleStatus.class, oneOf(JsonNames.byName(BattleStatus.values())));
        add(registry, BattleSort.class, oneOf(JsonNames.byName(BattleSort.values())));
    }

    private static <T> void add(FormatterRegistry registry, Class<T> type, Function<String, T> reader) {
        Converter<String, T> converter = text -> read(text.strip(), reader);
        registry.addConverter(String.class, type, converter);
    }

    private static <T> T read(String text, Function<String, T> reader) {
        if (text.isEmpty()) {
            throw new InvalidValueException("is empty");
        }
        return reader.apply(text);
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
