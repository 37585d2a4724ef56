package io.battlescope.projection.status;

/** How much a processor has parked, by its name in the token store. */
public interface ParkedCounts {

    long sequences(String tokenName);

    long letters(String tokenName);
}
