package io.battlescope.ingestion.feed;

/**
 * One payload as the feed gave it.
 *
 * @param number its place: a line number from 1, a sequence, a count
 * @param payload the bytes; only the first 64 KiB of a payload that is too large to be a killmail
 * @param size bytes of the whole payload
 * @param killmailId by which it was asked for; {@code null} when the feed did not say which killmail comes next
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record RawKillmail(long number, byte[] payload, long size, Long killmailId) {

    /** What is kept of a payload that is set aside (bytes). */
    public static final int KEPT = 64 * 1024;

    public RawKillmail(long number, byte[] payload, long size) {
        this(number, payload, size, null);
    }
}
