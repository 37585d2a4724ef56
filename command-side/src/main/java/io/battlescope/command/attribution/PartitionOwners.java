package io.battlescope.command.attribution;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps which take-over of each partition is the latest. */
class PartitionOwners {

    private final JdbcClient jdbc;

    PartitionOwners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the partitions over; waits for a transaction of the former owner that is about to commit. */
    Ownership takeOver(Collection<Integer> partitions, SystemPartitions systems) {
        Map<Integer, Long> epochs = new HashMap<>();
        partitions.stream().sorted().forEach(partition -> epochs.put(partition, raiseEpoch(partition)));
        return new Ownership(epochs, systems);
    }

    private Long raiseEpoch(int partition) {
        return jdbc.sql("""
            insert into partition_owner (partition_id, epoch) values (?, 1)
            on conflict (partition_id) do update set epoch = partition_owner.epoch + 1
            returning epoch\
            """).param(partition).query(Long.class).single();
    }

    /** Holds the partitions until the end of the transaction, or turns it away when one was taken over. */
    void confirm(Ownership ownership) {
        Map<Integer, Long> current = new HashMap<>();
        jdbc.sql("select partition_id, epoch from partition_owner where partition_id = any(?) for share")
                .param(ownership.partitions().toArray(Integer[]::new))
                .query(row -> {
                    current.put(row.getInt("partition_id"), row.getLong("epoch"));
                });
        if (!current.equals(ownership.epochs())) {
            throw new PartitionLostException("Another instance has taken over: this one holds " + ownership.epochs()
                    + ", in force is " + current);
        }
    }
}
