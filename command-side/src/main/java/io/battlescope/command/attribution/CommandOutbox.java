package io.battlescope.command.attribution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.battlescope.api.json.MessageJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Commands that were decided and may not have reached the battles yet. */
class CommandOutbox {

    private static final TypeReference<List<PlannedCommand>> COMMANDS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    CommandOutbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OutboxRow> add(Map<Integer, List<PlannedCommand>> byPartition) {
        List<OutboxRow> rows = new ArrayList<>();
        byPartition.forEach(
                (partition, commands) -> rows.add(new OutboxRow(insert(partition, commands), partition, commands)));
        return rows;
    }

    private long insert(int partition, List<PlannedCommand> commands) {
        return jdbc.sql("insert into command_outbox (partition_id, commands) values (?, ?) returning outbox_id")
                .param(partition)
                .param(json(commands))
                .query(Long.class)
                .single();
    }

    /** What the partitions' battles have not been told for sure, in the order it was decided. */
    List<OutboxRow> waiting(Collection<Integer> partitions) {
        return jdbc.sql("""
                        select outbox_id, partition_id, commands from command_outbox
                        where partition_id = any(?) order by outbox_id""")
                .param(partitions.toArray(Integer[]::new))
                .query((row, number) -> new OutboxRow(row.getLong(1), row.getInt(2), commands(row.getString(3))))
                .list();
    }

    void remove(Collection<Long> outboxIds) {
        if (!outboxIds.isEmpty()) {
            jdbc.sql("delete from command_outbox where outbox_id = any(?)")
                    .param(outboxIds.toArray(Long[]::new))
                    .update();
        }
    }

    private static String json(List<PlannedCommand> commands) {
        try {
            return MessageJson.mapper().writerFor(COMMANDS).writeValueAsString(commands);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A planned command holds ids only", e);
        }
    }

    private static List<PlannedCommand> commands(String json) {
        try {
            return MessageJson.mapper().readValue(json, COMMANDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The outbox holds commands that this version cannot read", e);
        }
    }
}
