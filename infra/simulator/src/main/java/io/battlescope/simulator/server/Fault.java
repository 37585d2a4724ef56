package io.battlescope.simulator.server;

import java.util.Locale;

/** What the services can do wrong. Each has a rate: the share of requests, numbers or days that it strikes. */
public enum Fault {
    /** An edge answers 404 twice for a number that is there. */
    STALE_404(0.01),
    /** An edge serves an old pointer. */
    STALE_POINTER(0.2),
    /** The pointer steps back by some hundreds for a moment. */
    POINTER_STEPS_BACK(0.05),
    /** A web page with status 200. */
    HTML(0.005),
    /** JSON that ends in the middle. */
    TRUNCATED(0.005),
    /** 429. */
    THROTTLED(0.003),
    /** 403 for {@link Faults#BAN_SECONDS}. Not in the profile {@code all}: whoever obeys it waits for an hour. */
    BANNED(0),
    /** 500, 502 or 503. */
    SERVER_ERROR(0.01),
    /** Nothing comes for {@link Faults#HANG_SECONDS}. */
    HANG(0.0005),
    /** The answer takes two seconds. */
    SLOW(0.003),
    /** The connection breaks in the middle of the answer. */
    RESET(0.005),
    /** The number is gone for good before its time. */
    EXPIRED(0.002),
    /** A broken killmail is put in between under a number and an id of its own. */
    BROKEN(0.01),
    /** A number that was written again still shows what it said before. */
    STALE_BODY(0.2),
    /** No raw file for a day. */
    RAW_MISSING(0.3),
    /** No index for a day. */
    INDEX_MISSING(0.1),
    /** The raw file of a day ends in the middle. */
    RAW_TRUNCATED(0.2),
    /** A killmail is missing from its day's history until the day after. */
    HISTORY_GROWS(0.05),
    /** 404 for names although all ids are valid. */
    ESI_NAMES_404(0.02),
    /** 500, 502, 503 or 504. */
    ESI_ERROR(0.03),
    /** 420 for {@link Faults#ERROR_LIMIT_SECONDS}. */
    ESI_ERROR_LIMITED(0.001),
    /** 429 without a word when to come back. */
    ESI_THROTTLED(0.005),
    /** 503 to everything while the rate is above 0, as often as the rate says. Not in the profile {@code all}. */
    ESI_DOWN(0),
    /** 503 from 11:00 to 11:15 UTC. */
    ESI_DOWNTIME(1),
    ESI_TRUNCATED(0.005),
    ESI_HANG(0.0005);

    private final double moderate;

    Fault(double moderate) {
        this.moderate = moderate;
    }

    double moderate() {
        return moderate;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Fault of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
