package io.battlescope.command.sides;

import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.killmail.Attacker;
import io.battlescope.api.killmail.Party;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The yardstick: on each mail, each attacking party but the victim's own is one reference; it is cut when the two are on
 * different sides.
 *
 * @param pilots player characters on the mails
 * @param unassignedPilots those whose party is unassigned
 */
record References(
        long all, long cut, long unassigned, long parties, long unassignedParties, long pilots, long unassignedPilots) {

    static final References NONE = new References(0, 0, 0, 0, 0, 0, 0);

    static References of(List<BattleKillmail> mails, Map<Party, Integer> sides) {
        long all = 0;
        long cut = 0;
        long unassigned = 0;
        for (BattleKillmail mail : mails) {
            int lost = sides.getOrDefault(mail.victim().party(), 0);
            for (Party attacker : enemies(mail)) {
                int shot = sides.get(attacker);
                all++;
                cut += lost != 0 && shot != 0 && lost != shot ? 1 : 0;
                unassigned += lost == 0 || shot == 0 ? 1 : 0;
            }
        }
        long undecided = sides.values().stream().filter(side -> side == 0).count();
        Set<Pilot> pilots = mails.stream().flatMap(References::pilots).collect(Collectors.toSet());
        long lost = pilots.stream().filter(pilot -> sides.get(pilot.party) == 0).count();
        return new References(all, cut, unassigned, sides.size(), undecided, pilots.size(), lost);
    }

    /** Mails on which somebody of the victim's own side fired. */
    static long mailsWithFriendlyFire(List<BattleKillmail> mails, Map<Party, Integer> sides) {
        return mails.stream()
                .filter(mail -> mail.attackers().stream()
                        .anyMatch(attacker -> sides.get(attacker.party())
                                .equals(sides.get(mail.victim().party()))))
                .count();
    }

    References plus(References other) {
        return new References(
                all + other.all,
                cut + other.cut,
                unassigned + other.unassigned,
                parties + other.parties,
                unassignedParties + other.unassignedParties,
                pilots + other.pilots,
                unassignedPilots + other.unassignedPilots);
    }

    double share() {
        return all == 0 ? 1 : (double) cut / all;
    }

    private static Set<Party> enemies(BattleKillmail mail) {
        Set<Party> enemies = new HashSet<>();
        if (mail.victim().party() != null) {
            mail.attackers().stream()
                    .map(Attacker::party)
                    .filter(Objects::nonNull)
                    .forEach(enemies::add);
            enemies.remove(mail.victim().party());
        }
        return enemies;
    }

    private static Stream<Pilot> pilots(BattleKillmail mail) {
        return Stream.concat(
                mail.attackers().stream()
                        .filter(attacker -> attacker.isPilot() && attacker.party() != null)
                        .map(attacker -> new Pilot(attacker.characterId(), attacker.party())),
                Stream.of(mail.victim())
                        .filter(victim -> victim.isPilot() && victim.party() != null)
                        .map(victim -> new Pilot(victim.characterId(), victim.party())));
    }

    private record Pilot(long characterId, Party party) {}
}
