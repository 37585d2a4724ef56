package io.battlescope.command.linkage;

import io.battlescope.api.battle.LinkageRule;
import io.battlescope.command.linkage.LinkagePlan.AbsorbedCluster;
import io.battlescope.command.linkage.LinkagePlan.BattlePlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Places killmails among the known ones. Two killmails are linked when they lie in the same system, at most the rule's gap
 * apart, and share enough parties; linked killmails are in one cluster. Killmails are taken in the order given, each as if it
 * had come alone, so that the cuts between deliveries are of no account.
 */
public final class Linkage {

    private final LinkageRule rule;
    private final Corrections corrections;
    private final Map<Long, Cluster> clusters = new LinkedHashMap<>();
    private final Map<Integer, Timeline> timelines = new HashMap<>();
    private final Map<Long, Node> nodes = new LinkedHashMap<>();

    private Linkage(LinkageRule rule, Corrections corrections) {
        this.rule = rule;
        this.corrections = corrections;
    }

    /**
     * What it means to place the killmails, none of which may be known yet.
     *
     * @param corrections what admins have said about the systems of the killmails
     * @param known everything within the rule's gap around the new killmails, see {@link Neighbourhood}
     */
    public static LinkagePlan place(
            LinkageRule rule, Corrections corrections, Neighbourhood known, List<PlacedKillmail> killmails) {
        Linkage linkage = new Linkage(rule, corrections);
        known.clusters().forEach(cluster -> linkage.clusters.put(cluster.clusterId(), Cluster.of(cluster)));
        known.killmails().forEach(linkage::recall);
        killmails.forEach(linkage::place);
        return linkage.plan();
    }

    private void recall(KnownKillmail known) {
        Cluster cluster = clusters.get(known.clusterId());
        Node node = new Node(known.killmail(), cluster, known.link(), true);
        if (!cluster.isBattle()) {
            cluster.pending.add(node);
        }
        remember(node);
    }

    private void place(PlacedKillmail mail) {
        List<Node> linked = linked(mail);
        Cluster home = linked.isEmpty() ? begin(mail) : unite(linked, mail.killmailId());
        Node node = new Node(mail, home, linked.isEmpty() ? null : link(mail, linked.getFirst().mail), false);
        home.add(node);
        remember(node);
        if (!home.isBattle() && home.losses() >= rule.minLosses()) {
            home.battleId = BattleIds.openedBy(mail.killmailId());
            home.openedBy = mail.killmailId();
        }
    }

    /** The nearest linked killmail of each cluster, nearest first; then those that an admin linked by hand. */
    private List<Node> linked(PlacedKillmail mail) {
        List<Node> linked = timeline(mail).nearestByCluster(mail);
        Set<Long> partners = corrections.partnersOf(mail.killmailId());
        if (partners.isEmpty()) {
            return linked;
        }
        List<Node> all = new ArrayList<>(linked);
        partners.stream().sorted().map(nodes::get).filter(Objects::nonNull).forEach(partner -> {
            if (all.stream().noneMatch(node -> node.cluster.root() == partner.cluster.root())) {
                all.add(partner);
            }
        });
        return all;
    }

    private Cluster begin(PlacedKillmail mail) {
        Cluster cluster = Cluster.begunBy(mail);
        clusters.put(cluster.id, cluster);
        return cluster;
    }

    private static Cluster unite(List<Node> linked, long linkingKillmailId) {
        List<Cluster> all = linked.stream()
                .map(node -> node.cluster.root())
                .sorted(Cluster.SURVIVOR_FIRST)
                .toList();
        Cluster survivor = all.getFirst();
        all.stream().skip(1).forEach(other -> survivor.absorb(other, linkingKillmailId));
        return survivor;
    }

    private void remember(Node node) {
        nodes.put(node.mail.killmailId(), node);
        timeline(node.mail).add(node);
    }

    private Timeline timeline(PlacedKillmail mail) {
        return timelines.computeIfAbsent(mail.systemId(), system -> new Timeline(rule, corrections));
    }

    private static Link link(PlacedKillmail mail, PlacedKillmail other) {
        int gap = Math.toIntExact(Math.abs(mail.occurredAt() - other.occurredAt()));
        return new Link(other.killmailId(), mail.firstSharedParty(other), gap);
    }

    private LinkagePlan plan() {
        Map<Cluster, List<Node>> joining = joining();
        List<AbsorbedCluster> absorbed = clusters.values().stream()
                .filter(cluster -> cluster.known && cluster.isAbsorbed())
                .map(cluster ->
                        new AbsorbedCluster(cluster.id, cluster.battleBefore, cluster.root().id, cluster.becauseOf()))
                .toList();
        List<KnownKillmail> placed = nodes.values().stream()
                .filter(Node::isNews)
                .map(node -> new KnownKillmail(node.mail, node.cluster.root().id, node.link))
                .toList();
        List<Cluster> living = clusters.values().stream()
                .filter(cluster -> !cluster.isAbsorbed())
                .toList();
        return new LinkagePlan(placed, changed(living), absorbed, battles(living, joining, absorbed));
    }

    /** Killmails that their battle has not been told of, each with a reason to be there. */
    private Map<Cluster, List<Node>> joining() {
        Map<Cluster, List<Node>> joining = new HashMap<>();
        for (Cluster cluster : clusters.values()) {
            if (cluster.isBattle() && !cluster.isAbsorbed() && !cluster.pending.isEmpty()) {
                cluster.pending.forEach(this::explain);
                joining.put(cluster, cluster.pending);
            }
        }
        return joining;
    }

    /** The killmail that began a cluster was linked to none then; by now it is. */
    private void explain(Node node) {
        if (node.link == null) {
            node.link = timeline(node.mail)
                    .nearest(node)
                    .or(() -> partner(node))
                    .map(nearest -> link(node.mail, nearest.mail))
                    .orElseThrow(() -> new IllegalStateException("Killmail " + node.mail.killmailId()
                            + " shares a cluster with others but is linked to none of them: the"
                            + " neighbourhood was incomplete"));
        }
    }

    private Optional<Node> partner(Node node) {
        return corrections.partnersOf(node.mail.killmailId()).stream()
                .sorted()
                .map(nodes::get)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static List<KnownCluster> changed(Collection<Cluster> living) {
        return living.stream()
                .filter(Cluster::isChanged)
                .map(c -> new KnownCluster(c.id, c.systemId, c.battleId, c.killCount, c.startedAt))
                .toList();
    }

    private static List<BattlePlan> battles(
            List<Cluster> living, Map<Cluster, List<Node>> joining, List<AbsorbedCluster> absorbed) {
        Map<Long, List<AbsorbedCluster>> absorbedBattles = new HashMap<>();
        absorbed.stream()
                .filter(cluster -> cluster.battleId() != null)
                .forEach(cluster -> absorbedBattles
                        .computeIfAbsent(cluster.intoClusterId(), into -> new ArrayList<>())
                        .add(cluster));
        return living.stream()
                .filter(Cluster::isBattle)
                .filter(cluster -> joining.containsKey(cluster) || absorbedBattles.containsKey(cluster.id))
                .map(cluster -> new BattlePlan(
                        cluster.battleId,
                        cluster.systemId,
                        cluster.battleBefore == null ? cluster.openedBy : null,
                        byTime(joining.getOrDefault(cluster, List.of())),
                        absorbedBattles.getOrDefault(cluster.id, List.of())))
                .toList();
    }

    private static List<Long> byTime(List<Node> nodes) {
        return nodes.stream()
                .map(node -> node.mail)
                .sorted(Comparator.comparingLong(PlacedKillmail::occurredAt)
                        .thenComparingLong(PlacedKillmail::killmailId))
                .map(PlacedKillmail::killmailId)
                .toList();
    }
}
