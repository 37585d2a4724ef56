package io.battlescope.ingestion.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Judges the last line of a plain file while it has no newline: a whole JSON value is a line whose newline was never written; anything
 * else is probably still being written, for as long as we have patience.
 */
final class UnfinishedLine {

    private static final JsonFactory JSON = new JsonFactory();

    private final Duration patience;
    private long bytes;
    private long since;

    UnfinishedLine(Duration patience) {
        this.patience = patience;
    }

    /** Whether to take the line as it is; asked again and again while the file is at its end. */
    boolean isDue(long bytesNow, Supplier<byte[]> line) {
        if (bytesNow != bytes) {
            bytes = bytesNow;
            since = System.nanoTime();
            return isWhole(line.get());
        }
        return System.nanoTime() - since > patience.toNanos();
    }

    private static boolean isWhole(byte[] line) {
        try (JsonParser json = JSON.createParser(line)) {
            json.nextToken();
            json.skipChildren();
            return json.currentToken() != null && json.nextToken() == null;
        } catch (JsonProcessingException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory", e);
        }
    }
}
