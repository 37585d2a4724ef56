package io.battlescope.ingestion.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Lines as bytes, in big reads. A line longer than the limit is read over: only its beginning and its length are kept, so no line
 * can eat the heap. At the end of the input the beginning of an unfinished line is kept for later.
 */
final class LineReader implements Closeable {

    private static final int BUFFER = 256 * 1024;
    private static final byte NEWLINE = '\n';
    private static final byte[] EMPTY = {};

    private final InputStream in;
    private final int limit;
    private final int keptOfTooLong;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;

    /** Beginning of the line in hand, as far as it does not lie in one piece in the buffer. */
    private byte[] line = EMPTY;

    private int kept;
    private long size;
    private boolean whole = true;
    private long consumed;

    LineReader(InputStream in, int limit, int keptOfTooLong) {
        this.in = in;
        this.limit = limit;
        this.keptOfTooLong = keptOfTooLong;
    }

    /** Moves to the next line; false at the end of the input for now, with the unfinished line, if any, in hand. */
    boolean next() throws IOException {
        if (whole) {
            kept = 0;
            size = 0;
            whole = false;
        }
        while (from < to || fill()) {
            int end = indexOfNewline();
            take(end < 0 ? to : end);
            if (end >= 0) {
                from = end + 1;
                consumed++;
                whole = true;
                return true;
            }
        }
        return false;
    }

    /** The line in hand without its end; only the beginning of one that is too long. */
    byte[] content() {
        return Arrays.copyOf(line, kept);
    }

    /** Bytes of the line in hand, also of one that is too long. */
    long size() {
        return size;
    }

    boolean isBlank() {
        for (int i = 0; i < kept; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return size == kept;
    }

    boolean isTooLong() {
        return size > limit;
    }

    /** Bytes of the input up to the end of the line in hand, its newline not counted. */
    long endOfLine() {
        return whole ? consumed - 1 : consumed;
    }

    /** Bytes of the input that were read as lines, newlines counted. */
    long consumed() {
        return consumed;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer, 0, buffer.length);
        from = 0;
        to = Math.max(read, 0);
        return read > 0;
    }

    private int indexOfNewline() {
        for (int i = from; i < to; i++) {
            if (buffer[i] == NEWLINE) {
                return i;
            }
        }
        return -1;
    }

    private void take(int end) {
        int length = end - from;
        consumed += length;
        boolean wasTooLong = isTooLong();
        size += length;
        if (isTooLong()) {
            if (!wasTooLong) {
                shrink(length);
            }
        } else {
            append(length);
        }
        from = end;
    }

    private void append(int length) {
        if (line.length < kept + length) {
            line = Arrays.copyOf(line, Math.max(kept + length, line.length * 2));
        }
        System.arraycopy(buffer, from, line, kept, length);
        kept += length;
    }

    /** The line has just become too long: keep its beginning alone. */
    private void shrink(int length) {
        int missing = Math.min(length, Math.max(0, keptOfTooLong - kept));
        append(missing);
        kept = Math.min(kept, keptOfTooLong);
        line = Arrays.copyOf(line, kept);
    }
}
