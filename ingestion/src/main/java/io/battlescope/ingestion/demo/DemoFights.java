package io.battlescope.ingestion.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The fights of the war, by number and always the same: a fleet battle, a gate camp and lone kills to begin with, then whatever
 * the dice of that number say.
 */
final class DemoFights {

    /** Fights that are already going on when somebody first looks. */
    static final int OPENING = 6;

    private static final long SEED = 20_030_506;
    private static final int M2_XFE = 30004773;
    private static final int B_R5RB = 30002157;
    private static final int HED_GP = 30001161;
    private static final int NINE_4RP2 = 30004059;
    private static final int AMAMAKE = 30002537;
    private static final int ASAKAI = 30045332;
    private static final int TURNUR = 30002086;
    private static final int X47L_Q = 30001967;
    private static final int JITA = 30000142;
    private static final List<Integer> NULLSEC = List.of(M2_XFE, B_R5RB, HED_GP, NINE_4RP2, X47L_Q);
    private static final List<Integer> LOWSEC = List.of(AMAMAKE, ASAKAI, TURNUR);
    private static final List<DemoHull> PREY = List.of(
            DemoHull.VENTURE, DemoHull.RETRIEVER, DemoHull.NEREUS, DemoHull.ITERON, DemoHull.ASTERO, DemoHull.VEXOR);

    private DemoFights() {}

    static List<DemoKill> fight(long number) {
        Random dice = new Random(SEED + number * 7919);
        return switch ((int) Math.min(number, OPENING)) {
            case 0 -> fleetBattle(M2_XFE, 36, dice);
            case 1 -> gateCamp(AMAMAKE, 5, dice);
            case 2 -> loneKill(JITA, dice);
            case 3 -> loneKill(TURNUR, dice);
            case 4 -> loneKill(HED_GP, dice);
            case 5 -> loneKill(ASAKAI, dice);
            default -> anyFight(dice);
        };
    }

    private static List<DemoKill> anyFight(Random dice) {
        int roll = dice.nextInt(100);
        if (roll < 50) {
            return loneKill(dice.nextBoolean() ? oneOf(NULLSEC, dice) : oneOf(LOWSEC, dice), dice);
        }
        if (roll < 80) {
            return gateCamp(oneOf(LOWSEC, dice), 2 + dice.nextInt(5), dice);
        }
        return fleetBattle(oneOf(NULLSEC, dice), 8 + dice.nextInt(30), dice);
    }

    /** Two sides, one of them of two alliances; some capsules, one shot in the own back, and a third party that takes what it can. */
    private static List<DemoKill> fleetBattle(int systemId, int losses, Random dice) {
        List<DemoPilot> attackers = fleet(1, 24, DemoHull.MUNINN, DemoHull.SCIMITAR);
        attackers.addAll(fleet(2, 10, DemoHull.LOKI, DemoHull.SCIMITAR));
        List<DemoPilot> defenders = fleet(3, 30, DemoHull.FEROX, DemoHull.BASILISK);
        Collections.shuffle(attackers, dice);
        Collections.shuffle(defenders, dice);
        List<DemoPilot> vultures = fleet(4, 7, DemoHull.PROTEUS, DemoHull.LOKI);
        List<DemoKill> kills = new ArrayList<>();
        for (int i = 0; i < losses && attackers.size() > 4 && defenders.size() > 4; i++) {
            if (i == losses / 2) {
                kills.add(friendlyFire(systemId, attackers, dice));
            }
            boolean defenderDies = dice.nextInt(100) < 62;
            DemoPilot victim = (defenderDies ? defenders : attackers).removeLast();
            boolean stolen = i % 9 == 8;
            List<DemoPilot> killers =
                    stolen ? someOf(vultures, 5, dice) : someOf(defenderDies ? attackers : defenders, 14, dice);
            kills.add(kill(systemId, victim, killers, dice));
            if (dice.nextInt(100) < 35) {
                kills.add(kill(systemId, victim.in(DemoHull.CAPSULE), someOf(killers, 3, dice), dice));
            }
        }
        return kills;
    }

    /** Somebody shoots a member of the own alliance. */
    private static DemoKill friendlyFire(int systemId, List<DemoPilot> fleet, Random dice) {
        DemoPilot unlucky = fleet.removeLast();
        List<DemoPilot> comrades = fleet.stream()
                .filter(pilot -> pilot.allianceId() == unlucky.allianceId())
                .toList();
        return kill(systemId, unlucky, someOf(comrades.isEmpty() ? fleet : comrades, 1, dice), dice);
    }

    private static List<DemoKill> gateCamp(int systemId, int catches, Random dice) {
        int corporation = 1 + dice.nextInt(3);
        List<DemoPilot> camp = new ArrayList<>(List.of(
                DemoPilot.ofCorporation(corporation, 1, DemoHull.SABRE),
                DemoPilot.ofCorporation(corporation, 2, DemoHull.HUGINN),
                DemoPilot.ofCorporation(corporation, 3, DemoHull.LOKI),
                DemoPilot.ofCorporation(corporation, 4, DemoHull.SVIPUL),
                DemoPilot.ofCorporation(corporation, 5, DemoHull.HURRICANE)));
        List<DemoKill> kills = new ArrayList<>();
        for (int i = 0; i < catches; i++) {
            DemoPilot victim = prey(dice);
            List<DemoPilot> killers = someOf(camp, 5, dice);
            kills.add(kill(systemId, victim, killers, dice));
            if (dice.nextBoolean()) {
                kills.add(kill(systemId, victim.in(DemoHull.CAPSULE), someOf(killers, 2, dice), dice));
            }
        }
        return kills;
    }

    private static List<DemoKill> loneKill(int systemId, Random dice) {
        DemoHull hull = oneOf(List.of(DemoHull.CATALYST, DemoHull.THRASHER, DemoHull.TRISTAN, DemoHull.RIFTER), dice);
        DemoPilot hunter = DemoPilot.ofCorporation(4 + dice.nextInt(5), dice.nextInt(40), hull);
        return List.of(kill(systemId, prey(dice), List.of(hunter), dice));
    }

    private static DemoPilot prey(Random dice) {
        DemoHull hull = oneOf(PREY, dice);
        int pilot = dice.nextInt(400);
        return dice.nextInt(3) == 0
                ? DemoPilot.newcomer(pilot, hull)
                : DemoPilot.ofCorporation(10 + pilot % 20, pilot, hull);
    }

    private static List<DemoPilot> fleet(int alliance, int size, DemoHull line, DemoHull support) {
        List<DemoPilot> pilots = new ArrayList<>();
        for (int pilot = 0; pilot < size; pilot++) {
            DemoHull hull = pilot == 0 ? DemoHull.NAGLFAR : pilot % 6 == 5 ? support : line;
            pilots.add(DemoPilot.ofAlliance(alliance, pilot, hull));
        }
        return pilots;
    }

    private static DemoKill kill(int systemId, DemoPilot victim, List<DemoPilot> killers, Random dice) {
        return new DemoKill(systemId, victim, killers, dice.nextLong());
    }

    private static List<DemoPilot> someOf(List<DemoPilot> pilots, int most, Random dice) {
        List<DemoPilot> shuffled = new ArrayList<>(pilots);
        Collections.shuffle(shuffled, dice);
        int count = Math.min(shuffled.size(), 1 + dice.nextInt(most) + most / 3);
        return shuffled.subList(0, count);
    }

    private static <T> T oneOf(List<T> choices, Random dice) {
        return choices.get(dice.nextInt(choices.size()));
    }
}
