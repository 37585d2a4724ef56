package io.battlescope.command.axon;

import io.battlescope.command.publishing.Publisher.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A publisher's row of the token store, against the head of the event store. */
final class PublisherToken {

    private final String processor;
    private final JdbcClient eventsDb;
    private final Serializer json;
    private final NodeId node;

    PublisherToken(String processor, DataSource eventsDb, Serializer json, NodeId node) {
        this.processor = processor;
        this.eventsDb = JdbcClient.create(eventsDb);
        this.json = json;
        this.node = node;
    }

    private record Row(long position, String owner, Instant claimedAt) {

        static final Row NONE = new Row(-1, null, null);
    }

    Standing standing() {
        // the position first, so that the head is never behind it
        Row token = row();
        long head = eventsDb.sql("select coalesce(max(global_index), -1) from domain_event_entry")
                .query(Long.class)
                .single();
        return new Standing(
                token.position(),
                head,
                oldestAfter(token.position()),
                token.owner(),
                token.claimedAt(),
                node.value().equals(token.owner()));
    }

    boolean isStored(String eventId) {
        return eventsDb.sql("select exists (select from domain_event_entry where event_identifier = ?)")
                .param(eventId)
                .query(Boolean.class)
                .single();
    }

    private Instant oldestAfter(long position) {
        return eventsDb.sql(
                        "select time_stamp from domain_event_entry where global_index > ? order by global_index limit 1")
                .param(position)
                .query((row, number) -> Instant.parse(row.getString(1)))
                .optional()
                .orElse(null);
    }

    private Row row() {
        return eventsDb.sql("select token, token_type, owner, timestamp from token_entry"
                        + " where processor_name = ? and segment = 0")
                .param(processor)
                .query((row, number) -> read(row))
                .optional()
                .orElse(Row.NONE);
    }

    private Row read(ResultSet row) throws SQLException {
        String claimedAt = row.getString(4);
        return new Row(
                position(row.getBytes(1), row.getString(2)),
                row.getString(3),
                claimedAt == null ? null : Instant.parse(claimedAt));
    }

    private long position(byte[] token, String type) {
        if (token == null) {
            return -1;
        }
        TrackingToken read = json.deserialize(new SimpleSerializedObject<>(token, byte[].class, type, null));
        return read.position().orElse(-1);
    }
}
