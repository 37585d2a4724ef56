package io.battlescope.command.attribution;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The Battles DB. Everything here takes part in the caller's transaction. */
public class BattlesStore {

    private final PartitionOwners owners;
    private final KillmailArchive archive;
    private final ClusterIndex index;
    private final CommandOutbox outbox;
    private final BattleRegister register;
    private final Overlays overlays;
    private final ActOutcomes outcomes;
    private final ReclusterJobs jobs;

    public BattlesStore(DataSource battlesDb) {
        JdbcTemplate jdbc = new JdbcTemplate(battlesDb);
        this.owners = new PartitionOwners(JdbcClient.create(jdbc));
        this.archive = new KillmailArchive(jdbc);
        this.index = new ClusterIndex(jdbc);
        this.outbox = new CommandOutbox(JdbcClient.create(jdbc));
        this.register = new BattleRegister(JdbcClient.create(jdbc));
        this.overlays = new Overlays(JdbcClient.create(jdbc));
        this.outcomes = new ActOutcomes(JdbcClient.create(jdbc));
        this.jobs = new ReclusterJobs(JdbcClient.create(jdbc));
    }

    PartitionOwners owners() {
        return owners;
    }

    KillmailArchive archive() {
        return archive;
    }

    ClusterIndex index() {
        return index;
    }

    CommandOutbox outbox() {
        return outbox;
    }

    BattleRegister register() {
        return register;
    }

    Overlays overlays() {
        return overlays;
    }

    ActOutcomes outcomes() {
        return outcomes;
    }

    ReclusterJobs jobs() {
        return jobs;
    }
}
