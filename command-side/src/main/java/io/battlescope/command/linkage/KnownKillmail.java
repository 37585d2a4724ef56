package io.battlescope.command.linkage;

/** A killmail that the index has placed; {@code link} is {@code null} for one that began its cluster. */
public record KnownKillmail(PlacedKillmail killmail, long clusterId, Link link) {}
