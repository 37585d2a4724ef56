package io.battlescope.projection.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Table {@code token_entry}, for whoever looks at tokens or changes those that nobody holds. */
@Repository
public class TokenTable {

    private static final String SELECT =
            "select processor_name, segment, token, token_type, \"timestamp\", owner from token_entry";

    private final JdbcTemplate jdbc;
    private final Serializer serializer;

    TokenTable(JdbcTemplate jdbc, Serializer messageSerializer) {
        this.jdbc = jdbc;
        this.serializer = messageSerializer;
    }

    public List<StoredToken> all() {
        return jdbc.query(SELECT + " order by processor_name, segment", this::read);
    }

    public List<StoredToken> of(String tokenName) {
        return jdbc.query(SELECT + " where processor_name = ? order by segment", this::read, tokenName);
    }

    /** The same, with the rows kept from everybody else until the transaction has ended. */
    public List<StoredToken> lock(String tokenName) {
        return jdbc.query(SELECT + " where processor_name = ? order by segment for update", this::read, tokenName);
    }

    /** Ends all claims; whoever still thinks it holds a segment cannot write any more. */
    public void endClaims(String tokenName) {
        jdbc.update("update token_entry set owner = null where processor_name = ?", tokenName);
    }

    /** Writes a token that nobody holds. */
    public void put(String tokenName, int segment, TrackingToken token) {
        SerializedObject<byte[]> json = serializer.serialize(token, byte[].class);
        jdbc.update(
                """
                insert into token_entry (processor_name, segment, token, token_type, "timestamp") values (?, ?, ?, ?, ?)
                on conflict (processor_name, segment) do update set
                    (token, token_type, "timestamp", owner) = (excluded.token, excluded.token_type, excluded."timestamp", null)""",
                tokenName,
                segment,
                json.getData(),
                json.getType().getName(),
                DateTimeUtils.formatInstant(Instant.now()));
    }

    public void delete(String tokenName, int segment) {
        jdbc.update("delete from token_entry where processor_name = ? and segment = ?", tokenName, segment);
    }

    /** The last offset by partition that every one of the segments is past. */
    public static Map<Integer, Long> positions(List<StoredToken> segments) {
        Map<Integer, Long> positions = new TreeMap<>();
        segments.forEach(segment ->
                segment.positions().forEach((partition, offset) -> positions.merge(partition, offset, Math::min)));
        return positions;
    }

    private StoredToken read(ResultSet row, int number) throws SQLException {
        byte[] json = row.getBytes("token");
        return new StoredToken(
                row.getString("processor_name"),
                row.getInt("segment"),
                json == null ? null : token(json, row.getString("token_type")),
                row.getString("owner"),
                Instant.parse(row.getString("timestamp")));
    }

    private TrackingToken token(byte[] json, String type) {
        return serializer.deserialize(new SimpleSerializedObject<>(json, byte[].class, type, null));
    }
}
