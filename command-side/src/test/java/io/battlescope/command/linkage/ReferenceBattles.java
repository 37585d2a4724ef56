package io.battlescope.command.linkage;

import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.killmail.Party;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rule of linkage as one would write it on paper: compare every two killmails, walk the graph, count losses. Shares no code
 * with the product, takes quadratic time, and serves as the yardstick.
 */
public final class ReferenceBattles {

    private ReferenceBattles() {}

    /** The killmail ids of each battle. */
    public static Set<Set<Long>> of(LinkageRule rule, List<EnrichedKillmail> mails) {
        List<EnrichedKillmail> left = new ArrayList<>(
                mails.stream().filter(ReferenceBattles::isEligible).distinct().toList());
        Set<Set<Long>> battles = new HashSet<>();
        while (!left.isEmpty()) {
            List<EnrichedKillmail> cluster = component(rule, left);
            if (losses(cluster) >= rule.minLosses()) {
                battles.add(cluster.stream().map(EnrichedKillmail::killmailId).collect(Collectors.toSet()));
            }
        }
        return battles;
    }

    private static boolean isEligible(EnrichedKillmail mail) {
        boolean instanced =
                mail.place().systemId() / 1_000_000 >= 32 && mail.place().systemId() / 1_000_000 <= 36;
        return !instanced && mail.attackers().stream().anyMatch(a -> a.party() != null);
    }

    private static List<EnrichedKillmail> component(LinkageRule rule, List<EnrichedKillmail> left) {
        List<EnrichedKillmail> cluster = new ArrayList<>();
        Deque<EnrichedKillmail> open = new ArrayDeque<>(List.of(left.removeFirst()));
        while (!open.isEmpty()) {
            EnrichedKillmail mail = open.removeFirst();
            cluster.add(mail);
            List<EnrichedKillmail> linked =
                    left.stream().filter(other -> linked(rule, mail, other)).toList();
            left.removeAll(linked);
            open.addAll(linked);
        }
        return cluster;
    }

    private static boolean linked(LinkageRule rule, EnrichedKillmail a, EnrichedKillmail b) {
        long gap = Math.abs(a.occurredAt().getEpochSecond() - b.occurredAt().getEpochSecond());
        Set<Party> shared = a.parties().collect(Collectors.toSet());
        shared.retainAll(b.parties().collect(Collectors.toSet()));
        return a.place().systemId() == b.place().systemId()
                && gap <= rule.gapSeconds()
                && shared.size() >= rule.minSharedParties();
    }

    private static long losses(List<EnrichedKillmail> cluster) {
        Set<Long> lostShips = cluster.stream()
                .filter(mail -> mail.victim().hullTypeId() != 670)
                .map(mail -> mail.victim().characterId())
                .collect(Collectors.toSet());
        return cluster.stream()
                .filter(mail -> mail.victim().hullTypeId() != 670
                        || !lostShips.contains(mail.victim().characterId()))
                .count();
    }
}
