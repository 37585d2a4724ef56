package io.battlescope.projection.control;

import io.battlescope.projection.token.StoredToken;
import io.battlescope.projection.token.TokenTable;
import io.battlescope.projection.version.ProjectionVersion;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.Segment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How a processor is, in short texts: what the audit shows before and after an act. */
@Component
class ProcessorPicture {

    private final JdbcTemplate jdbc;
    private final TokenTable tokens;

    ProcessorPicture(JdbcTemplate jdbc, TokenTable tokens) {
        this.jdbc = jdbc;
        this.tokens = tokens;
    }

    Map<String, String> of(ProjectionVersion version) {
        List<StoredToken> stored = tokens.of(version.tokenName());
        Map<String, String> picture = new TreeMap<>();
        picture.put("positions", positions(stored));
        picture.put("segments", segments(stored));
        picture.put("paused", String.valueOf(isPaused(version)));
        return picture;
    }

    private boolean isPaused(ProjectionVersion version) {
        return jdbc.queryForList(
                        "select paused from processor_control where token_name = ?", Boolean.class, version.tokenName())
                .contains(true);
    }

    /** Such as {@code 0:41 1:-1}: the last offset that is handled, by partition. */
    private static String positions(List<StoredToken> stored) {
        return TokenTable.positions(stored).entrySet().stream()
                .map(position -> position.getKey() + ":" + position.getValue())
                .collect(Collectors.joining(" "));
    }

    /** Such as {@code 0/1 1/1}: each segment with its mask. */
    private static String segments(List<StoredToken> stored) {
        int[] ids = stored.stream().mapToInt(StoredToken::segment).toArray();
        return List.of(Segment.computeSegments(ids)).stream()
                .map(segment -> segment.getSegmentId() + "/" + segment.getMask())
                .collect(Collectors.joining(" "));
    }
}
