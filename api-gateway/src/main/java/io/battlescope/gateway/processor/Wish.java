package io.battlescope.gateway.processor;

import io.battlescope.gateway.body.FieldErrors;

/** What every request for an act on a processor says. */
public interface Wish {

    int LONGEST_SECONDS = 3_600;

    String reason();

    /** {@code null} is no. */
    Boolean dryRun();

    /** {@code null} for the default. */
    Integer timeLimitSeconds();

    /** Notes what is wrong with it. */
    default void check(FieldErrors errors) {
        errors.require(
                timeLimitSeconds() == null || timeLimitSeconds() >= 1 && timeLimitSeconds() <= LONGEST_SECONDS,
                "timeLimitSeconds",
                "has to be 1 to " + LONGEST_SECONDS);
    }

    default boolean isDryRun() {
        return Boolean.TRUE.equals(dryRun());
    }
}
