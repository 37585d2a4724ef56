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
 * @param rebuildShare of its time that an instance gives, at most, to versions that are being built: all of them together
 * @param dropGrace how long tables stay that readers have been told to leave; longer than any reader takes for an answer
 */
@ConfigurationProperties("battlescope.projection")
public record ProjectionProperties(
        @DefaultValue("1") int segments,
        @DefaultValue("500") int batchSize,
        @DefaultValue("1000") int bufferSize,
        @DefaultValue("100000") int bufferLines,
        @DefaultValue("10s") Duration claimTimeout,
        @DefaultValue("0.5") double rebuildShare,
        @DefaultValue("30s") Duration dropGrace) {

    public ProjectionProperties {
        if (segments < 1 || batchSize < 1 || bufferSize < 1 || bufferLines < 1 || claimTimeout.toMillis() < 1000) {
            throw new IllegalArgumentException(
                    "battlescope.projection needs segments, batch-size, buffer-size and buffer-lines of at least 1 and a claim-timeout"
                            + " of at least 1 s, not " + segments + ", " + batchSize + ", " + bufferSize + ", "
                            + bufferLines + ", "
                            + claimTimeout);
        }
        if (!(rebuildShare > 0 && rebuildShare <= 1) || dropGrace.isNegative()) {
            throw new IllegalArgumentException(
                    "battlescope.projection needs a rebuild-share over 0 and up to 1 and a drop-grace of 0 or more, not "
                            + rebuildShare + " and " + dropGrace);
        }
    }
}
