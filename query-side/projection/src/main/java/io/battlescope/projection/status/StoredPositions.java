package io.battlescope.projection.status;

import io.battlescope.projection.token.TokenTable;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/** The positions that are committed, over all segments and whichever process holds them. */
@Component
class StoredPositions {

    private final TokenTable tokens;

    StoredPositions(TokenTable tokens) {
        this.tokens = tokens;
    }

    /** The last offset by partition that every segment is past; empty before the first start. */
    Map<TopicPartition, Long> of(String processor, String topic) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        TokenTable.positions(tokens.of(processor))
                .forEach((partition, offset) -> positions.put(new TopicPartition(topic, partition), offset));
        return positions;
    }
}
