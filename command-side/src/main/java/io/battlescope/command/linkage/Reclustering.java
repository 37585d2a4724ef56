package io.battlescope.command.linkage;

import io.battlescope.api.battle.LinkageRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Clusters killmails anew, as if they had just come in, and says what that means for the battles they were in. An id stays with
 * the battle that keeps most of its killmails; an id that is left without any leads to the battle that got most of them.
 */
public final class Reclustering {

    private static final Comparator<PlacedKillmail> BY_TIME =
            Comparator.comparingLong(PlacedKillmail::occurredAt).thenComparingLong(PlacedKillmail::killmailId);

    private final LinkageRule rule;
    private final Corrections corrections;
    private final Former former;
    private final Map<Long, KnownKillmail> killmails = new HashMap<>();
    private final Map<Long, String> battleBefore = new HashMap<>();

    /**
     * How things were before.
     *
     * @param killmails all killmails of the clusters, and of no others
     * @param openers battles that live in no cluster now but had this killmail as their opener, so that they can stand up again
     * @param usedIds tells whether a battle's id was ever given
     */
    public record Former(
            List<KnownCluster> clusters,
            List<KnownKillmail> killmails,
            Map<Long, String> openers,
            Predicate<String> usedIds) {}

    private Reclustering(LinkageRule rule, Corrections corrections, Former former) {
        this.rule = rule;
        this.corrections = corrections;
        this.former = former;
        Map<Long, String> battleOfCluster = new HashMap<>();
        former.clusters().forEach(cluster -> battleOfCluster.put(cluster.clusterId(), cluster.battleId()));
        for (KnownKillmail known : former.killmails()) {
            killmails.put(known.killmail().killmailId(), known);
            String battle = battleOfCluster.get(known.clusterId());
            if (battle != null) {
                battleBefore.put(known.killmail().killmailId(), battle);
            }
        }
    }

    public static ReclusterPlan plan(LinkageRule rule, Corrections corrections, Former former) {
        return new Reclustering(rule, corrections, former).plan();
    }

    /** A battle as it comes out. */
    private record Component(KnownCluster cluster, long openedBy, List<Long> members) {}

    private ReclusterPlan plan() {
        List<PlacedKillmail> inOrder = killmails.values().stream()
                .map(KnownKillmail::killmail)
                .sorted(BY_TIME)
                .toList();
        LinkagePlan anew = Linkage.place(rule, corrections, Neighbourhood.EMPTY, inOrder);
        List<Component> components = components(anew);
        Map<Component, String> ids = ids(components);
        List<KnownCluster> clusters = new ArrayList<>();
        Map<Long, String> idOfCluster = new HashMap<>();
        ids.forEach((component, id) -> idOfCluster.put(component.cluster().clusterId(), id));
        anew.clusters()
                .forEach(c -> clusters.add(new KnownCluster(
                        c.clusterId(), c.systemId(), idOfCluster.get(c.clusterId()), c.killCount(), c.startedAt())));
        return new ReclusterPlan(
                former.clusters().stream().map(KnownCluster::clusterId).toList(),
                clusters,
                anew.placed(),
                shifts(components, ids));
    }

    private static List<Component> components(LinkagePlan anew) {
        Map<Long, List<Long>> members = anew.placed().stream()
                .collect(Collectors.groupingBy(
                        KnownKillmail::clusterId,
                        Collectors.mapping(known -> known.killmail().killmailId(), Collectors.toList())));
        Map<String, Long> openedBy = new HashMap<>();
        anew.battles().forEach(battle -> openedBy.put(battle.battleId(), battle.openedBy()));
        return anew.clusters().stream()
                .filter(cluster -> cluster.battleId() != null)
                .map(cluster ->
                        new Component(cluster, openedBy.get(cluster.battleId()), members.get(cluster.clusterId())))
                .sorted(Comparator.comparingLong((Component c) -> c.cluster().startedAt())
                        .thenComparing(c -> c.cluster().clusterId()))
                .toList();
    }

    private record Claim(Component component, String battleId, int killmails) {}

    /** Each component's id: the one that most of its killmails had, each id once; else one that stands up again; else a new one. */
    private Map<Component, String> ids(List<Component> components) {
        List<Claim> claims = new ArrayList<>();
        for (Component component : components) {
            shares(component.members()).forEach((id, count) -> claims.add(new Claim(component, id, count)));
        }
        claims.sort(Comparator.comparingInt((Claim claim) -> -claim.killmails())
                .thenComparing(Claim::battleId)
                .thenComparing(claim -> claim.component().cluster().clusterId()));
        Map<Component, String> ids = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Claim claim : claims) {
            if (!ids.containsKey(claim.component()) && taken.add(claim.battleId())) {
                ids.put(claim.component(), claim.battleId());
            }
        }
        for (Component component : components) {
            if (!ids.containsKey(component)) {
                ids.put(component, idWithoutClaim(component, taken));
            }
        }
        return ids;
    }

    private SortedMap<String, Integer> shares(Collection<Long> killmailIds) {
        SortedMap<String, Integer> shares = new TreeMap<>();
        for (Long id : killmailIds) {
            String battle = battleBefore.get(id);
            if (battle != null) {
                shares.merge(battle, 1, Integer::sum);
            }
        }
        return shares;
    }

    private String idWithoutClaim(Component component, Set<String> taken) {
        for (Long id : component.members()) {
            String risen = former.openers().get(id);
            if (risen != null && taken.add(risen)) {
                return risen;
            }
        }
        List<Long> names = new ArrayList<>(List.of(component.openedBy()));
        names.addAll(component.members());
        for (Long name : names) {
            String id = BattleIds.openedBy(name);
            if (!former.usedIds().test(id) && taken.add(id)) {
                return id;
            }
        }
        // every member has opened a battle of its own: possible on paper only
        throw new IllegalStateException("No id is left for the battle around killmail " + component.openedBy());
    }

    private List<ReclusterPlan.Shift> shifts(List<Component> components, Map<Component, String> ids) {
        Map<Long, String> battleNow = new HashMap<>();
        Map<String, Component> byId = new TreeMap<>();
        ids.forEach((component, id) -> {
            byId.put(id, component);
            component.members().forEach(member -> battleNow.put(member, id));
        });
        Map<String, List<Long>> heldBefore = new TreeMap<>();
        battleBefore.forEach((killmail, battle) ->
                heldBefore.computeIfAbsent(battle, id -> new ArrayList<>()).add(killmail));
        Set<String> all = new TreeSet<>(heldBefore.keySet());
        all.addAll(byId.keySet());
        List<ReclusterPlan.Shift> shifts = new ArrayList<>();
        for (String id : all) {
            List<Long> left = heldBefore.getOrDefault(id, List.of()).stream()
                    .filter(killmail -> !id.equals(battleNow.get(killmail)))
                    .sorted()
                    .toList();
            Component component = byId.get(id);
            List<Long> joined = component == null
                    ? List.of()
                    : component.members().stream()
                            .filter(killmail -> !id.equals(battleBefore.get(killmail)))
                            .sorted()
                            .toList();
            shifts.add(new ReclusterPlan.Shift(
                    id,
                    systemOf(id, component),
                    component == null ? null : component.openedBy(),
                    !heldBefore.containsKey(id),
                    former.openers().containsValue(id),
                    left,
                    from(joined),
                    heldBefore.getOrDefault(id, List.of()).size(),
                    component == null ? heir(left, battleNow) : null));
        }
        return shifts;
    }

    private int systemOf(String battleId, Component component) {
        return component != null
                ? component.cluster().systemId()
                : former.clusters().stream()
                        .filter(cluster -> battleId.equals(cluster.battleId()))
                        .findFirst()
                        .orElseThrow()
                        .systemId();
    }

    /** Killmails by the battle they come from; "" for those that were in none. */
    private SortedMap<String, List<Long>> from(List<Long> killmailIds) {
        SortedMap<String, List<Long>> from = new TreeMap<>();
        killmailIds.forEach(killmail -> from.computeIfAbsent(
                        battleBefore.getOrDefault(killmail, ReclusterPlan.NO_BATTLE), id -> new ArrayList<>())
                .add(killmail));
        return from;
    }

    /** The battle that got most of them; {@code null} when none got any. */
    private static String heir(List<Long> killmailIds, Map<Long, String> battleNow) {
        SortedMap<String, Integer> shares = new TreeMap<>();
        for (Long killmail : killmailIds) {
            String now = battleNow.get(killmail);
            if (now != null) {
                shares.merge(now, 1, Integer::sum);
            }
        }
        return shares.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
