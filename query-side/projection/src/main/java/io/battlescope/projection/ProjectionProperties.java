package io.battlescope.projection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the processors run.
 *
 * @param segments segments of a processor whose tokens do not exist yet; they can be split and merged later
 * @param batchSize events handled in one transaction, at most
 * @param bufferSize events fetched ahead, at most
 * @param bufferLines lines of mails (victims and attackers) in those events, at most, and again in the events that a processor has
 *     taken on; about 250 bytes each
 * @param claimTimeout how long the segments of a killed process stay with it before another one takes over
 */
@ConfigurationProperties("battlescope.projection")
public record ProjectionProperties(
        @DefaultValue("1") int segments,
        @DefaultValue("500") int batchSize,
        @DefaultValue("1000") int bufferSize,
        @DefaultValue("100000") int bufferLines,
        @DefaultValue("10s") Duration claimTimeout) {

    public ProjectionProperties {
        if (segments < 1 || batchSize < 1 || bufferSize < 1 || bufferLines < 1 || claimTimeout.toMillis() < 1000) {
            throw new IllegalArgumentException(
                    "battlescope.projection needs segments, batch-size, buffer-size and buffer-lines of at least 1 and a claim-timeout"
                            + " of at least 1 s, not " + segments + ", " + batchSize + ", " + bufferSize + ", "
                            + bufferLines + ", "
                            + claimTimeout);
        }
    }
}
