package io.battlescope.command.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.command.linkage.LinkagePlan.AbsorbedCluster;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The attribution index in memory, and what the battles were told: does with a plan what the tables do. */
final class RememberedIndex {

    private final LinkageRule rule;
    private final Map<Long, KnownKillmail> killmails = new HashMap<>();
    private final Map<Long, KnownCluster> clusters = new HashMap<>();
    private final Map<String, Set<Long>> told = new HashMap<>();

    RememberedIndex(LinkageRule rule) {
        this.rule = rule;
    }

    void deliver(List<EnrichedKillmail> poll) {
        Map<Long, PlacedKillmail> news = new LinkedHashMap<>();
        poll.stream()
                .filter(Eligibility::isEligible)
                .filter(mail -> !killmails.containsKey(mail.killmailId()))
                .forEach(mail -> news.putIfAbsent(mail.killmailId(), PlacedKillmail.of(mail)));
        List<PlacedKillmail> placed = List.copyOf(news.values());
        save(Linkage.place(rule, Corrections.NONE, around(placed), placed));
    }

    private Neighbourhood around(List<PlacedKillmail> news) {
        Set<Long> near = new HashSet<>();
        for (KnownKillmail known : killmails.values()) {
            if (news.stream().anyMatch(mail -> isNear(mail, known.killmail()))) {
                near.add(known.clusterId());
            }
        }
        List<KnownKillmail> around = killmails.values().stream()
                .filter(known -> news.stream().anyMatch(mail -> isNear(mail, known.killmail()))
                        || (near.contains(known.clusterId())
                                && clusters.get(known.clusterId()).battleId() == null))
                .toList();
        return new Neighbourhood(near.stream().map(clusters::get).toList(), around);
    }

    private boolean isNear(PlacedKillmail a, PlacedKillmail b) {
        return a.systemId() == b.systemId() && Math.abs(a.occurredAt() - b.occurredAt()) <= rule.gapSeconds();
    }

    private void save(LinkagePlan plan) {
        Map<Long, List<Long>> moved = new HashMap<>();
        for (AbsorbedCluster gone : plan.absorbed()) {
            clusters.remove(gone.clusterId());
            List<Long> members = new ArrayList<>();
            killmails.replaceAll((id, known) -> {
                if (known.clusterId() != gone.clusterId()) {
                    return known;
                }
                members.add(id);
                return new KnownKillmail(known.killmail(), gone.intoClusterId(), known.link());
            });
            moved.put(gone.clusterId(), members);
        }
        plan.clusters().forEach(cluster -> clusters.put(cluster.clusterId(), cluster));
        plan.placed().forEach(known -> killmails.put(known.killmail().killmailId(), known));
        for (LinkagePlan.BattlePlan battle : plan.battles()) {
            assertThat(told.containsKey(battle.battleId())).isEqualTo(battle.openedBy() == null);
            Set<Long> held = told.computeIfAbsent(battle.battleId(), id -> new HashSet<>());
            battle.killmailIds().forEach(id -> assertThat(held.add(id)).isTrue());
            for (AbsorbedCluster other : battle.absorbed()) {
                assertThat(told.remove(other.battleId()))
                        .containsExactlyInAnyOrderElementsOf(moved.get(other.clusterId()));
                held.addAll(moved.get(other.clusterId()));
            }
        }
    }

    /** What the battles were told, as the projections see it: those that hold the losses which the rule asks for. */
    Map<String, Set<Long>> battlesById() {
        Map<String, Set<Long>> visible = new HashMap<>(told);
        visible.values().removeIf(ids -> losses(ids) < rule.minLosses());
        return visible;
    }

    Set<Set<Long>> battles() {
        Map<Long, Set<Long>> ofIndex = killmails.values().stream()
                .filter(known -> clusters.get(known.clusterId()).battleId() != null)
                .collect(Collectors.groupingBy(
                        KnownKillmail::clusterId,
                        Collectors.mapping(known -> known.killmail().killmailId(), Collectors.toSet())));
        assertThat(new HashSet<>(ofIndex.values())).isEqualTo(new HashSet<>(told.values()));
        return new HashSet<>(battlesById().values());
    }

    private int losses(Set<Long> ids) {
        Cluster cluster = Cluster.begunBy(killmails.get(ids.iterator().next()).killmail());
        ids.forEach(id -> cluster.add(new Node(killmails.get(id).killmail(), cluster, null, false)));
        return cluster.losses();
    }

    void assertEveryPlacementIsExplained() {
        told.values()
                .forEach(ids -> ids.forEach(id -> {
                    KnownKillmail known = killmails.get(id);
                    KnownKillmail other = killmails.get(known.link().killmailId());
                    assertThat(ids).contains(other.killmail().killmailId()).isNotEqualTo(Set.of(id));
                    assertThat(known.link().killmailId()).isNotEqualTo(id);
                    assertThat(known.link().gapSeconds())
                            .isEqualTo((int) Math.abs(known.killmail().occurredAt()
                                    - other.killmail().occurredAt()))
                            .isLessThanOrEqualTo(rule.gapSeconds());
                    assertThat(known.killmail().parties()).contains(known.link().partyId());
                    assertThat(other.killmail().parties()).contains(known.link().partyId());
                }));
    }
}
