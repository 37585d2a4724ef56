package io.battlescope.projection.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaTrackingToken;

/**
 * A row of {@code token_entry}.
 *
 * @param tokenName the processor's name in the token store
 * @param owner who holds the segment; {@code null} for nobody
 * @param claimedAt when the claim was last confirmed, by the owner's clock
 */
public record StoredToken(String tokenName, int segment, TrackingToken token, String owner, Instant claimedAt) {

    /** Whether somebody holds it who was heard of lately. */
    public boolean isClaimed(Duration claimTimeout) {
        return owner != null && claimedAt.plus(claimTimeout).isAfter(Instant.now());
    }

    /** The last offset by partition that is handled for sure, −1 for none. */
    public Map<Integer, Long> positions() {
        Map<Integer, Long> positions = new TreeMap<>();
        if (WrappedToken.unwrapLowerBound(token) instanceof KafkaTrackingToken kafka) {
            kafka.getPositions().forEach((partition, offset) -> positions.put(partition.partition(), offset));
        }
        return positions;
    }
}
