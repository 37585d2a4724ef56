package io.battlescope.projection.status;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.extensions.kafka.eventhandling.consumer.streamable.KafkaTrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The positions that are committed, over all segments and whichever process holds them. */
@Component
class StoredPositions {

    private final JdbcTemplate jdbc;
    private final Serializer serializer;

    StoredPositions(JdbcTemplate jdbc, Serializer messageSerializer) {
        this.jdbc = jdbc;
        this.serializer = messageSerializer;
    }

    /** The last offset by partition that every segment is past; empty before the first start. */
    Map<TopicPartition, Long> of(String processor) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        jdbc.query(
                "select token, token_type from token_entry where processor_name = ? and token is not null",
                row -> {
                    TrackingToken token = token(row.getBytes("token"), row.getString("token_type"));
                    if (WrappedToken.unwrapLowerBound(token) instanceof KafkaTrackingToken kafka) {
                        kafka.getPositions()
                                .forEach((partition, offset) -> positions.merge(partition, offset, Math::min));
                    }
                },
                processor);
        return positions;
    }

    private TrackingToken token(byte[] json, String type) {
        return serializer.deserialize(new SimpleSerializedObject<>(json, byte[].class, type, null));
    }
}
