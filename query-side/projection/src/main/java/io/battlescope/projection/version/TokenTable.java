package io.battlescope.projection.version;

import io.battlescope.projection.ProjectionProperties;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Axon's {@code token_entry}, for acts on processors that nobody runs while they are at work. */
@Repository
public class TokenTable {

    private static final String SELECT = """
            select segment, token, token_type,
                   owner is not null and "timestamp"::timestamptz > clock_timestamp() - make_interval(secs => ?) as claimed
            from token_entry where processor_name = ? order by segment""";

    private final JdbcTemplate jdbc;
    private final Serializer serializer;
    private final double claimSeconds;

    TokenTable(JdbcTemplate jdbc, Serializer messageSerializer, ProjectionProperties properties) {
        this.jdbc = jdbc;
        this.serializer = messageSerializer;
        this.claimSeconds = properties.claimTimeout().toMillis() / 1000.0;
    }

    public SegmentTokens read(String tokenName) {
        return read(tokenName, "");
    }

    /** Until the end of the transaction nobody claims one of them, or stores a position. */
    public SegmentTokens lock(String tokenName) {
        return read(tokenName, " for update");
    }

    private SegmentTokens read(String tokenName, String lock) {
        record Row(TrackingToken token, boolean claimed) {}
        Map<Integer, Row> rows = new TreeMap<>();
        jdbc.query(
                SELECT + lock,
                row -> {
                    TrackingToken token = token(row.getBytes("token"), row.getString("token_type"));
                    rows.put(row.getInt("segment"), new Row(token, row.getBoolean("claimed")));
                },
                claimSeconds,
                tokenName);
        int[] ids = rows.keySet().stream().mapToInt(Integer::intValue).toArray();
        List<SegmentToken> tokens = rows.entrySet().stream()
                .map(row -> new SegmentToken(
                        Segment.computeSegment(row.getKey(), ids),
                        row.getValue().token(),
                        row.getValue().claimed()))
                .toList();
        return new SegmentTokens(tokens);
    }

    /** Stores a position, and takes the segment away from whoever still believes to hold it. */
    public void store(String tokenName, SegmentToken token) {
        SerializedObject<byte[]> serialized = serializer.serialize(token.token(), byte[].class);
        jdbc.update(
                "update token_entry set token = ?, token_type = ?, \"timestamp\" = ?, owner = null"
                        + " where processor_name = ? and segment = ?",
                serialized.getData(),
                serialized.getType().getName(),
                DateTimeUtils.formatInstant(Instant.now()),
                tokenName,
                token.segment().getSegmentId());
    }

    private TrackingToken token(byte[] json, String type) {
        return json == null
                ? null
                : serializer.deserialize(new SimpleSerializedObject<>(json, byte[].class, type, null));
    }
}
