package io.battlescope.ingestion.feed;

import java.time.Instant;

/**
 * Payloads that cannot be had any more.
 *
 * @param first number that is lost
 * @param last number that is lost, inclusive
 * @param notBefore when the last payload before them was uploaded; {@code null} when unknown
 * @param notAfter when the first payload behind them was uploaded; {@code null} when unknown
 */
public record LostRange(long first, long last, Instant notBefore, Instant notAfter) {}
