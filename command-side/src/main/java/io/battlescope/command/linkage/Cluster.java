package io.battlescope.command.linkage;

import io.battlescope.command.battle.PilotLosses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A cluster while killmails are being placed: a node of a union-find, with what choosing a survivor needs. */
final class Cluster {

    /** The one with most killmails survives, then the earliest start, then the smallest id; a battle before none. */
    static final Comparator<Cluster> SURVIVOR_FIRST = Comparator.comparing((Cluster c) -> c.battleId == null)
            .thenComparing(c -> -c.killCount)
            .thenComparing(c -> c.startedAt)
            .thenComparing(c -> c.battleId == null ? "" : c.battleId)
            .thenComparing(c -> c.id);

    final long id;
    final int systemId;
    /** Whether the index holds it. */
    final boolean known;
    /** The battle it was when placing began. */
    final String battleBefore;

    private final int killCountBefore;

    String battleId;
    int killCount;
    long startedAt;
    Long openedBy;
    /** Every killmail of a cluster that is no battle; told to the battle once it is one. */
    final List<Node> pending = new ArrayList<>();

    private Cluster into;
    private long becauseOf;

    private Cluster(long id, int systemId, boolean known, String battleId, int killCount, long startedAt) {
        this.id = id;
        this.systemId = systemId;
        this.known = known;
        this.battleBefore = battleId;
        this.battleId = battleId;
        this.killCount = killCount;
        this.killCountBefore = killCount;
        this.startedAt = startedAt;
    }

    /** Every change of a cluster brings it killmails. */
    boolean isChanged() {
        return killCount != killCountBefore;
    }

    static Cluster of(KnownCluster known) {
        return new Cluster(
                known.clusterId(), known.systemId(), true, known.battleId(), known.killCount(), known.startedAt());
    }

    static Cluster begunBy(PlacedKillmail mail) {
        return new Cluster(mail.killmailId(), mail.systemId(), false, null, 0, mail.occurredAt());
    }

    /** Where it has gone, or itself. */
    Cluster root() {
        Cluster root = this;
        while (root.into != null) {
            root = root.into;
        }
        // path compression: a long chain of mergers is walked once
        for (Cluster c = this; c.into != null && c.into != root; ) {
            Cluster next = c.into;
            c.into = root;
            c = next;
        }
        return root;
    }

    boolean isAbsorbed() {
        return into != null;
    }

    boolean isBattle() {
        return battleId != null;
    }

    void absorb(Cluster other, long linkingKillmailId) {
        other.into = this;
        other.becauseOf = linkingKillmailId;
        killCount += other.killCount;
        startedAt = Math.min(startedAt, other.startedAt);
        pending.addAll(other.pending);
        other.pending.clear();
    }

    long becauseOf() {
        return becauseOf;
    }

    void add(Node node) {
        killCount++;
        startedAt = Math.min(startedAt, node.mail.occurredAt());
        pending.add(node);
    }

    /** Losses, counted only while the cluster is no battle and therefore small. */
    int losses() {
        Map<Long, PilotLosses> byPilot = new HashMap<>();
        int withoutPilot = 0;
        for (Node node : pending) {
            PlacedKillmail.LostHull hull = node.mail.victim();
            if (hull.pilotId() == null) {
                withoutPilot++;
            } else {
                byPilot.merge(
                        hull.pilotId(),
                        PilotLosses.NONE.plus(hull.capsule(), hull.ship()),
                        (before, none) -> before.plus(hull.capsule(), hull.ship()));
            }
        }
        return withoutPilot
                + byPilot.values().stream().mapToInt(PilotLosses::count).sum();
    }
}
