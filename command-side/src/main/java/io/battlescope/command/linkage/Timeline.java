package io.battlescope.command.linkage;

import io.battlescope.api.battle.LinkageRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The killmails of one solar system by time. */
final class Timeline {

    private final LinkageRule rule;
    private final Corrections corrections;
    private final NavigableMap<Long, List<Node>> bySecond = new TreeMap<>();

    Timeline(LinkageRule rule, Corrections corrections) {
        this.rule = rule;
        this.corrections = corrections;
    }

    void add(Node node) {
        bySecond.computeIfAbsent(node.mail.occurredAt(), second -> new ArrayList<>(2))
                .add(node);
    }

    /**
     * For each cluster that the killmail is linked to, the linked killmail nearest in time (then with the smallest id);
     * nearest first.
     */
    List<Node> nearestByCluster(PlacedKillmail mail) {
        Map<Cluster, Node> nearest = new LinkedHashMap<>();
        for (List<Node> second : window(mail).values()) {
            for (Node node : second) {
                Cluster cluster = node.cluster.root();
                Node best = nearest.get(cluster);
                // comparing parties is the costly part: only done for one that would be nearer
                if ((best == null || nearer(mail, node, best)) && isLinked(mail, node.mail)) {
                    nearest.put(cluster, node);
                }
            }
        }
        return nearest.values().stream().sorted(byNearness(mail)).toList();
    }

    /** The linked killmail nearest to one that has been placed; none when only an admin's word links it to another. */
    Optional<Node> nearest(Node placed) {
        return window(placed.mail).values().stream()
                .flatMap(List::stream)
                .filter(node -> node != placed && isLinked(placed.mail, node.mail))
                .min(byNearness(placed.mail));
    }

    private NavigableMap<Long, List<Node>> window(PlacedKillmail mail) {
        return bySecond.subMap(
                mail.occurredAt() - rule.gapSeconds(), true, mail.occurredAt() + rule.gapSeconds(), true);
    }

    private boolean isLinked(PlacedKillmail mail, PlacedKillmail other) {
        return mail.sharedParties(other) >= rule.minSharedParties() && !corrections.parts(mail, other);
    }

    private static boolean nearer(PlacedKillmail mail, Node node, Node best) {
        return byNearness(mail).compare(node, best) < 0;
    }

    private static Comparator<Node> byNearness(PlacedKillmail mail) {
        return Comparator.<Node>comparingLong(node -> Math.abs(node.mail.occurredAt() - mail.occurredAt()))
                .thenComparingLong(node -> node.mail.killmailId());
    }
}
