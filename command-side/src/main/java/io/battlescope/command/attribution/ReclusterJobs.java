package io.battlescope.command.attribution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.battlescope.api.battle.BattleOrder;
import io.battlescope.api.battle.ReclusterOrder;
import io.battlescope.api.json.MessageJson;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Re-clusterings under way; a system at a time, so that killmails do not wait for the end, and so that a crash costs one system. */
class ReclusterJobs {

    private static final TypeReference<TreeMap<String, Long>> FIGURES = new TypeReference<>() {};

    private final JdbcClient jdbc;

    ReclusterJobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A job.
     *
     * @param afterSystem the last system that is done
     * @param figures what the systems so far came to
     */
    record Job(ReclusterOrder order, int partition, int afterSystem, Map<String, Long> figures) {}

    void add(ReclusterOrder order, int partition) {
        jdbc.sql("""
            insert into recluster_job (act_id, part, partition_id, work, figures) values (?, ?, ?, ?, '{}')
            on conflict do nothing\
            """)
                .param(order.actId())
                .param(order.part())
                .param(partition)
                .param(json(order))
                .update();
    }

    Optional<Job> next(Collection<Integer> partitions) {
        return jdbc.sql("""
            select work, partition_id, after_system, figures from recluster_job where partition_id = any(?)
            order by act_id, part limit 1\
            """)
                .param(partitions.toArray(Integer[]::new))
                .query((row, number) ->
                        new Job(read(row.getString(1)), row.getInt(2), row.getInt(3), readFigures(row.getString(4))))
                .optional();
    }

    void advance(Job job, int afterSystem, Map<String, Long> figures) {
        jdbc.sql("update recluster_job set after_system = ?, figures = ? where act_id = ? and part = ?")
                .param(afterSystem)
                .param(json(figures))
                .param(job.order().actId())
                .param(job.order().part())
                .update();
    }

    void remove(Job job) {
        jdbc.sql("delete from recluster_job where act_id = ? and part = ?")
                .param(job.order().actId())
                .param(job.order().part())
                .update();
    }

    private static String json(Object value) {
        try {
            return MessageJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A job holds text and numbers only", e);
        }
    }

    private static ReclusterOrder read(String json) {
        try {
            return (ReclusterOrder) MessageJson.mapper().readValue(json, BattleOrder.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored job cannot be read by this version", e);
        }
    }

    private static Map<String, Long> readFigures(String json) {
        try {
            return MessageJson.mapper().readValue(json, FIGURES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored job cannot be read by this version", e);
        }
    }
}
