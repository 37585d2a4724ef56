package io.battlescope.ingestion.feed;

/**
 * How far a feed was read.
 *
 * @param number of the last payload that was dealt with; 0 before the first of a file
 * @param mark further detail that only the source understands: for a file, the bytes up to the end of that line; for
 *     the live feed, when its last file was uploaded (seconds since 1970; 0 when unknown)
 */
public record Position(long number, long mark) {

    public static final Position START = new Position(0, 0);
}
