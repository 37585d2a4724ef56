package io.battlescope.ingestion.r2z2;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.battlescope.api.json.MessageJson;
import io.battlescope.ingestion.feed.FeedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The two kinds of file that the live feed has. After one that was not there, nothing is asked for a while. */
final class R2z2Client {

    private final FeedHost host;
    private final Duration afterMiss;
    private long notBefore = System.nanoTime();

    R2z2Client(FeedHost host, Duration afterMiss) {
        this.host = host;
        this.afterMiss = afterMiss;
    }

    /** The killmail's file; empty when it is not there (yet, or any more). */
    Optional<KillmailFile> killmail(long sequence) throws FeedException, InterruptedException {
        Optional<CappedBody.Answer> answer = get("ephemeral/" + sequence + ".json");
        if (answer.isEmpty()) {
            notBefore = System.nanoTime() + afterMiss.toNanos();
        }
        return answer.map(file -> KillmailFile.read(sequence, file));
    }

    /** The sequence that the feed points to; it trails the newest killmail by up to about 51. */
    long pointer() throws FeedException, InterruptedException {
        CappedBody.Answer answer = get("ephemeral/sequence.json")
                .orElseThrow(
                        () -> new FeedException("unreachable", "sequence.json is not there (404)", afterMiss, null));
        try {
            JsonNode json = MessageJson.mapper().readTree(answer.kept());
            JsonNode sequence = json.hasNonNull("sequence") ? json.path("sequence") : json.path("sequence_id");
            if (sequence.isIntegralNumber() && sequence.canConvertToLong() && sequence.longValue() > 0) {
                return sequence.longValue();
            }
            throw new FeedException("unreachable", "sequence.json names no sequence", null);
        } catch (JsonProcessingException e) {
            throw new FeedException("unreachable", "sequence.json is no JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory", e);
        }
    }

    private Optional<CappedBody.Answer> get(String path) throws FeedException, InterruptedException {
        long wait = notBefore - System.nanoTime();
        if (wait > 0) {
            TimeUnit.NANOSECONDS.sleep(wait);
        }
        return host.get(path, Priority.LIVE);
    }
}
