package io.battlescope.e2e.rule;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the rule says of one battle. */
public record PaperBattle(Map<Long, Mail> mails, int losses) {

    static Optional<PaperBattle> of(List<Mail> cluster, Hulls hulls) {
        int losses = losses(cluster, hulls);
        return losses < PaperBattles.MIN_LOSSES
                ? Optional.empty()
                : Optional.of(new PaperBattle(
                        cluster.stream().collect(Collectors.toMap(Mail::id, Function.identity())), losses));
    }

    public Set<Long> ids() {
        return mails.keySet();
    }

    public int systemId() {
        return mails.values().iterator().next().systemId();
    }

    public long pilots() {
        return mails.values().stream()
                .flatMap(mail -> mail.pilots().stream())
                .distinct()
                .count();
    }

    /** Seconds since 1970. */
    public long start() {
        return mails.values().stream().mapToLong(Mail::time).min().orElseThrow();
    }

    public long end() {
        return mails.values().stream().mapToLong(Mail::time).max().orElseThrow();
    }

    /** Killmails, but a capsule only where its pilot lost no ship here. */
    public static int losses(Collection<Mail> cluster, Hulls hulls) {
        Set<Long> lostShips = cluster.stream()
                .filter(mail -> hulls.isShip(mail.hull()))
                .flatMap(mail -> mail.victimPilot().stream())
                .collect(Collectors.toSet());
        return (int) cluster.stream()
                .filter(mail -> !hulls.isCapsule(mail.hull())
                        || mail.victimPilot().filter(lostShips::contains).isEmpty())
                .count();
    }
}
