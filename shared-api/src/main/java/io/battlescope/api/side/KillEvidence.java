package io.battlescope.api.side;

import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.killmail.Attacker;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a killmail as evidence.
 *
 * <p>Every party that shot is evidence, however little damage it did: a filter by share of the damage cuts off most of a large
 * fleet. Presence gives one half of the weight of a mail, the share of the damage the other half. The value of the hull counts
 * by its order of magnitude (in powers of two of a million ISK), so that a titan weighs a few times what a frigate does and does
 * not drown a hundred of them.
 */
public final class KillEvidence {

    /** Weight of a mail whose hull is worth less than a million ISK, or nobody knows what. */
    private static final int BASE_WEIGHT = 8;
    /** What value can add to it at most: a million million ISK. */
    private static final int MAX_MAGNITUDE = 20;

    private static final BigDecimal MILLION = new BigDecimal("1000000");
    /** Of a mail's weight, in hundredths: presence as an attacker, and all of the damage. */
    private static final int PRESENCE = 50;

    private static final int DAMAGE = 50;
    /**
     * Of a mail's weight, in hundredths: an attacker's company, all of it together. Every pair counting in full would let the
     * pairs of a large fleet, which grow with its square, outweigh whom it fought.
     */
    private static final int COMPANY = 50;

    private final BattleKillmail mail;
    private final long victim;
    private final SortedMap<Long, Long> damageByParty = new TreeMap<>();
    private final long damageByAll;
    private final long credited;

    private KillEvidence(BattleKillmail mail) {
        this.mail = mail;
        this.victim = mail.victim().party() == null ? 0 : mail.victim().party().id();
        for (Attacker attacker : mail.attackers()) {
            if (attacker.party() != null) {
                damageByParty.merge(attacker.party().id(), attacker.damageDone(), Long::sum);
            }
        }
        this.damageByAll =
                mail.attackers().stream().mapToLong(Attacker::damageDone).sum();
        this.credited = credited();
    }

    /** Everything that the mail says about pairs of parties; at most one of each pair. */
    public static List<PairEvidence> of(BattleKillmail mail) {
        return new KillEvidence(mail).pairs();
    }

    /** Weight of a mail by what was lost. */
    static int weight(BigDecimal isk) {
        if (isk == null) {
            return BASE_WEIGHT;
        }
        int magnitude = isk.divide(MILLION, 0, RoundingMode.DOWN).toBigInteger().bitLength();
        return BASE_WEIGHT + Math.min(MAX_MAGNITUDE, magnitude);
    }

    private List<PairEvidence> pairs() {
        List<PairEvidence> pairs = new ArrayList<>();
        List<Long> others = new ArrayList<>();
        SortedMap<Long, BigDecimal> isk = iskByParty();
        int weight = weight(mail.value().isk());
        int companions = damageByParty.size() - (damageByParty.containsKey(victim) ? 2 : 1);
        long company = (long) weight * COMPANY / Math.max(1, companions);
        long damageByParties =
                damageByParty.values().stream().mapToLong(Long::longValue).sum();
        for (Map.Entry<Long, Long> shot : damageByParty.entrySet()) {
            long party = shot.getKey();
            long share = damageByParties == 0 ? 0 : DAMAGE * shot.getValue() / damageByParties;
            pairs.add(PairEvidence.fire(party, victim, party == credited, isk.get(party), weight * (PRESENCE + share)));
            // whoever shoots at its own is in nobody's company
            if (party != victim) {
                others.forEach(other -> pairs.add(PairEvidence.together(other, party, company)));
                others.add(party);
            }
        }
        return pairs;
    }

    /** The party that did most of the damage; of equal ones that with the final blow, then the smallest id; 0 for none. */
    private long credited() {
        long finalBlow = mail.attackers().stream()
                .filter(attacker -> attacker.finalBlow() && attacker.party() != null)
                .mapToLong(attacker -> attacker.party().id())
                .min()
                .orElse(0);
        long best = 0;
        long most = -1;
        for (Map.Entry<Long, Long> shot : damageByParty.entrySet()) {
            boolean more = shot.getValue() > most || (shot.getValue() == most && shot.getKey() == finalBlow);
            if (more) {
                best = shot.getKey();
                most = shot.getValue();
            }
        }
        return best;
    }

    /**
     * The loss in ISK by damage. What NPCs did belongs to nobody; the hundredths that rounding leaves over go to the party that
     * did most.
     */
    private SortedMap<Long, BigDecimal> iskByParty() {
        SortedMap<Long, BigDecimal> shares = new TreeMap<>();
        BigDecimal isk = mail.value().isKnown() ? mail.value().isk() : PairEvidence.NO_ISK;
        for (Map.Entry<Long, Long> shot : damageByParty.entrySet()) {
            shares.put(
                    shot.getKey(),
                    damageByAll == 0
                            ? PairEvidence.NO_ISK
                            : isk.multiply(BigDecimal.valueOf(shot.getValue()))
                                    .divide(BigDecimal.valueOf(damageByAll), 2, RoundingMode.DOWN));
        }
        boolean partiesDidAll = damageByAll
                == damageByParty.values().stream().mapToLong(Long::longValue).sum();
        if (partiesDidAll && !shares.isEmpty()) {
            BigDecimal given = shares.values().stream().reduce(PairEvidence.NO_ISK, BigDecimal::add);
            shares.merge(credited, isk.subtract(given), BigDecimal::add);
        }
        return shares;
    }
}
