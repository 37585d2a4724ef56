package io.battlescope.view.asof;

import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.killmail.Attacker;
import io.battlescope.api.killmail.Party;
import io.battlescope.api.killmail.Victim;
import io.battlescope.view.side.HullCounts;
import io.battlescope.view.side.PartyRows;
import io.battlescope.view.side.SideHull;
import io.battlescope.view.side.Standing;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The pilots on a set of killmails, each with the party of the latest mail and the hulls flown. */
final class PastPilots {

    private static final Comparator<BattleKillmail> IN_ORDER =
            Comparator.comparing(BattleKillmail::occurredAt).thenComparingLong(BattleKillmail::killmailId);

    private final Map<Long, Party> parties = new HashMap<>();
    private final Map<Hull, Flown> hulls = new HashMap<>();

    /** @param typeId {@code null} for mails that name none */
    private record Hull(long pilot, Integer typeId) {}

    private record Flown(int losses, Instant lastAttack, Instant lastLoss) {

        /** Mails come in order, so the next time is the later one. */
        Flown then(Flown next) {
            return new Flown(
                    losses + next.losses,
                    next.lastAttack == null ? lastAttack : next.lastAttack,
                    next.lastLoss == null ? lastLoss : next.lastLoss);
        }

        int fielded() {
            return HullCounts.fielded(losses, lastAttack, lastLoss);
        }
    }

    private PastPilots() {}

    static PastPilots on(List<BattleKillmail> mails) {
        PastPilots pilots = new PastPilots();
        mails.stream().sorted(IN_ORDER).forEach(pilots::next);
        return pilots;
    }

    private void next(BattleKillmail mail) {
        Set<Long> named = new HashSet<>();
        Victim victim = mail.victim();
        if (victim.isPilot()) {
            // the victim's line says who a pilot is who is on both sides of a mail
            named.add(victim.characterId());
            parties.put(
                    victim.characterId(),
                    party(victim.party(), victim.characterId(), victim.corporationId(), victim.allianceId()));
            flown(new Hull(victim.characterId(), victim.hullTypeId()), new Flown(1, null, mail.occurredAt()));
        }
        for (Attacker attacker : mail.attackers()) {
            if (attacker.isPilot()) {
                if (named.add(attacker.characterId())) {
                    parties.put(attacker.characterId(), party(attacker));
                }
                flown(new Hull(attacker.characterId(), attacker.hullTypeId()), new Flown(0, mail.occurredAt(), null));
            }
        }
    }

    private void flown(Hull hull, Flown flown) {
        hulls.merge(hull, flown, Flown::then);
    }

    private static Party party(Attacker attacker) {
        return party(attacker.party(), attacker.characterId(), attacker.corporationId(), attacker.allianceId());
    }

    /** A pilot always has a party, at the least the pilot alone. */
    private static Party party(Party named, Long characterId, Long corporationId, Long allianceId) {
        return named != null
                ? named
                : Party.of(characterId, corporationId, allianceId).orElseThrow();
    }

    List<PartyRows.Pilots> byParty() {
        return parties.values().stream()
                .collect(Collectors.groupingBy(party -> party, Collectors.counting()))
                .entrySet()
                .stream()
                .map(party -> new PartyRows.Pilots(party.getKey(), Math.toIntExact(party.getValue())))
                .toList();
    }

    List<SideHull> hulls(Standing standing) {
        return hulls.entrySet().stream()
                .map(hull -> new SideHull(
                        standing.sideOf(parties.get(hull.getKey().pilot()).id()),
                        hull.getKey().typeId(),
                        hull.getValue().fielded(),
                        0))
                .toList();
    }
}
