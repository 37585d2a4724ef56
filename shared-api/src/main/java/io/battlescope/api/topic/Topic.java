package io.battlescope.api.topic;

import java.time.Duration;
import java.util.Optional;

/**
 * The topics, with what an operator needs to create them. Everything about a solar system is keyed by its id, so that one
 * partition sees it in order. A topic never grows partitions while consumers run.
 */
public enum Topic {
    /** {@link io.battlescope.api.killmail.IngestedKillmail} by system. */
    KILLMAIL_INGESTED("killmail.ingested", 8, Duration.ofDays(7)),
    /** {@link io.battlescope.api.killmail.EnrichedKillmail} by system; what killmail projections are rebuilt from. */
    KILLMAIL_ENRICHED("killmail.enriched", 8, null),
    /** {@link io.battlescope.api.battle.BattleEvent} by system; what battle projections are rebuilt from. */
    BATTLE_EVENTS("battle.events", 8, null),
    /** {@link io.battlescope.api.battle.BattleOrder} by system: acts of admins. As many partitions as the killmails. */
    BATTLE_COMMANDS("battle.commands", 8, Duration.ofDays(7)),
    /** The public contract, by battle: what frontends and other programs follow. */
    BATTLE_LIFECYCLE("battle.lifecycle", 8, Duration.ofDays(30)),
    /** {@link io.battlescope.api.battle.ActOutcome} by actor: who did what, why, and what came of it. */
    AUDIT_EVENTS("audit.events", 1, Duration.ofDays(365)),
    /** {@link io.battlescope.api.admin.AdminOrder}, keyed by the service that is to carry it out: acts of admins on feeds and processors. */
    ADMIN_COMMANDS("admin.commands", 1, Duration.ofDays(30)),
    /** {@link io.battlescope.api.battle.ActOutcome} by processor: acts on processors that are under way. */
    ADMIN_EVENTS("admin.events", 1, Duration.ofDays(30)),
    /** {@link io.battlescope.api.access.ApiKeyChanged} by key, the latest of each. */
    ACCESS_KEYS("access.keys", 1, null, Cleanup.COMPACT),
    /** {@link io.battlescope.api.feed.FeedFact} by its key, the latest of each: how far ingestion is, and by which rules. */
    INGESTION_STATE("ingestion.state", 1, null, Cleanup.COMPACT),
    /** {@link io.battlescope.api.killmail.IngestedKillmail} by system: what was valued without market prices and waits for them. */
    KILLMAIL_UNPRICED("killmail.unpriced", 8, Duration.ofDays(30)),
    /** {@link io.battlescope.api.entity.EntityUpdated} by entity, the latest of each. */
    ENTITY_UPDATED("entity.updated", 8, null, Cleanup.COMPACT),
    /** What ingestion set aside, with the reason. */
    KILLMAIL_INGESTED_DLT("killmail.ingested.dlt", 1, Duration.ofDays(30)),
    /** What the command side could not handle, with the reason. */
    KILLMAIL_ENRICHED_DLT("killmail.enriched.dlt", 1, Duration.ofDays(30)),
    /** Ids that nobody could name, with the reason. */
    ENTITY_UPDATED_DLT("entity.updated.dlt", 1, Duration.ofDays(30));

    /** A killmail can have thousands of attackers: messages may be this large (bytes). */
    public static final int MAX_MESSAGE_BYTES = 8 * 1024 * 1024;

    /** What the broker removes. */
    private enum Cleanup {
        DELETE,
        COMPACT
    }

    private final String topicName;
    private final int partitions;
    private final Duration retention;
    private final Cleanup cleanup;

    Topic(String topicName, int partitions, Duration retention) {
        this(topicName, partitions, retention, Cleanup.DELETE);
    }

    Topic(String topicName, int partitions, Duration retention, Cleanup cleanup) {
        this.topicName = topicName;
        this.partitions = partitions;
        this.retention = retention;
        this.cleanup = cleanup;
    }

    public String topicName() {
        return topicName;
    }

    /** Partitions by default. */
    public int partitions() {
        return partitions;
    }

    /** How long records are kept; empty means for ever. */
    public Optional<Duration> retention() {
        return Optional.ofNullable(retention);
    }

    /** Whether only the latest record of each key is kept. */
    public boolean isCompacted() {
        return cleanup == Cleanup.COMPACT;
    }
}
