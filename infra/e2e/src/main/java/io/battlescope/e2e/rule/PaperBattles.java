package io.battlescope.e2e.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All battles among killmails, by comparing every two of a system. */
public final class PaperBattles {

    public static final int GAP_SECONDS = 900;
    static final int MIN_LOSSES = 2;

    private PaperBattles() {}

    public static List<PaperBattle> among(Collection<Mail> mails, Hulls hulls) {
        Map<Integer, List<Mail>> bySystem =
                mails.stream().filter(Mail::isEligible).collect(Collectors.groupingBy(Mail::systemId));
        List<PaperBattle> battles = new ArrayList<>();
        for (List<Mail> system : bySystem.values()) {
            List<Mail> left = new ArrayList<>(system);
            while (!left.isEmpty()) {
                PaperBattle.of(cluster(left), hulls).ifPresent(battles::add);
            }
        }
        return battles;
    }

    private static List<Mail> cluster(List<Mail> left) {
        List<Mail> cluster = new ArrayList<>();
        Deque<Mail> open = new ArrayDeque<>(List.of(left.removeLast()));
        while (!open.isEmpty()) {
            Mail mail = open.removeFirst();
            cluster.add(mail);
            left.removeIf(other -> linked(mail, other) && open.add(other));
        }
        return cluster;
    }

    private static boolean linked(Mail a, Mail b) {
        return Math.abs(a.time() - b.time()) <= GAP_SECONDS && !Collections.disjoint(a.parties(), b.parties());
    }
}
