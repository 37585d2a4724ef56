package io.battlescope.command.linkage;

/**
 * A cluster as the index holds it.
 *
 * @param clusterId the killmail that began it
 * @param battleId {@code null} while it holds too few losses
 * @param startedAt time of its earliest killmail, seconds since 1970
 */
public record KnownCluster(long clusterId, int systemId, String battleId, int killCount, long startedAt) {}
