package io.battlescope.projection.rebuild;

import io.battlescope.projection.ProjectionProperties;
import io.battlescope.projection.token.StoredToken;
import io.battlescope.projection.token.TokenTable;
import io.battlescope.projection.version.ProjectionVersion;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** The tokens of versions. */
@Component
class VersionTokens {

    private final TokenTable table;
    private final Duration claimTimeout;

    VersionTokens(TokenTable table, ProjectionProperties properties) {
        this.table = table;
        this.claimTimeout = properties.claimTimeout();
    }

    SegmentTokens of(ProjectionVersion version) {
        return new SegmentTokens(table.of(version.tokenName()));
    }

    /** Until the end of the transaction nobody can claim one, and who believes to hold one cannot store it. */
    SegmentTokens lock(ProjectionVersion version) {
        return new SegmentTokens(table.lock(version.tokenName()));
    }

    /** Whether nobody who was heard of lately holds one of them. */
    boolean areFree(SegmentTokens tokens) {
        List<StoredToken> segments = tokens.segments();
        return segments.stream().noneMatch(segment -> segment.isClaimed(claimTimeout));
    }

    /** Writes a position down; whoever believes to hold the segment loses it. */
    void put(StoredToken segment, TrackingToken token) {
        table.put(segment.tokenName(), segment.segment(), token);
    }
}
