package io.battlescope.command.linkage;

import io.battlescope.api.battle.LinkageRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The killmails of one solar system by time. */
final class Timeline {

    private final NavigableMap<Long, List<Node>> bySecond = new TreeMap<>();

    void add(Node node) {
        bySecond.computeIfAbsent(node.mail.occurredAt(), second -> new ArrayList<>(2))
                .add(node);
    }

    /**
     * For each cluster that the killmail is linked to, the linked killmail nearest in time (then with the smallest id);
     * nearest first.
     */
    List<Node> nearestByCluster(PlacedKillmail mail, LinkageRule rule) {
        Map<Cluster, Node> nearest = new LinkedHashMap<>();
        for (List<Node> second : window(mail, rule).values()) {
            for (Node node : second) {
                Cluster cluster = node.cluster.root();
                Node best = nearest.get(cluster);
                // comparing parties is the costly part: only done for one that would be nearer
                if ((best == null || nearer(mail, node, best)) && isLinked(mail, node.mail, rule)) {
                    nearest.put(cluster, node);
                }
            }
        }
        return nearest.values().stream().sorted(byNearness(mail)).toList();
    }

    /** The linked killmail nearest to one that has been placed; there is one, since its cluster holds several. */
    Node nearest(Node placed, LinkageRule rule) {
        return window(placed.mail, rule).values().stream()
                .flatMap(List::stream)
                .filter(node -> node != placed && isLinked(placed.mail, node.mail, rule))
                .min(byNearness(placed.mail))
                .orElseThrow(
                        () -> new IllegalStateException(
                                "Killmail " + placed.mail.killmailId()
                                        + " shares a cluster with others but is linked to none of them: the neighbourhood was incomplete"));
    }

    private NavigableMap<Long, List<Node>> window(PlacedKillmail mail, LinkageRule rule) {
        return bySecond.subMap(
                mail.occurredAt() - rule.gapSeconds(), true, mail.occurredAt() + rule.gapSeconds(), true);
    }

    private static boolean isLinked(PlacedKillmail mail, PlacedKillmail other, LinkageRule rule) {
        return mail.sharedParties(other) >= rule.minSharedParties();
    }

    private static boolean nearer(PlacedKillmail mail, Node node, Node best) {
        return byNearness(mail).compare(node, best) < 0;
    }

    private static Comparator<Node> byNearness(PlacedKillmail mail) {
        return Comparator.<Node>comparingLong(node -> Math.abs(node.mail.occurredAt() - mail.occurredAt()))
                .thenComparingLong(node -> node.mail.killmailId());
    }
}
