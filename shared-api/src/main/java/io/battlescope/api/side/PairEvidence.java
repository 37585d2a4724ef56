package io.battlescope.api.side;

import java.math.BigDecimal;

/**
 * What some killmails of a battle say about two parties, or about fire within one ({@code low == high}). Evidence of two sets of
 * killmails adds up, and can be taken away again; all of it is exact, so that order is of no account.
 *
 * @param low the smaller party id; 0 stands for a victim that is no party (NPCs)
 * @param high the larger party id
 * @param killsByLow kills of the higher one's hulls credited to the lower: it did most of the damage that parties did
 * @param killsByHigh the same the other way round; 0 for fire within one party
 * @param mailsByLow killmails of the higher one with the lower among the attackers
 * @param mailsByHigh the same the other way round
 * @param iskByLow ISK of the higher one's losses, by the lower one's part of the damage
 * @param iskByHigh the same the other way round
 * @param hostility weight of the mails on which one shot the other; 0 for fire within one party
 * @param mailsTogether killmails of others on which both are among the attackers
 * @param attraction weight of those
 */
public record PairEvidence(
        long low,
        long high,
        int killsByLow,
        int killsByHigh,
        int mailsByLow,
        int mailsByHigh,
        BigDecimal iskByLow,
        BigDecimal iskByHigh,
        long hostility,
        int mailsTogether,
        long attraction) {

    static final BigDecimal NO_ISK = new BigDecimal("0.00");

    /** Both parties have to be the same ones. */
    public PairEvidence plus(PairEvidence other) {
        return new PairEvidence(
                low,
                high,
                killsByLow + other.killsByLow,
                killsByHigh + other.killsByHigh,
                mailsByLow + other.mailsByLow,
                mailsByHigh + other.mailsByHigh,
                iskByLow.add(other.iskByLow),
                iskByHigh.add(other.iskByHigh),
                hostility + other.hostility,
                mailsTogether + other.mailsTogether,
                attraction + other.attraction);
    }

    /** The same with every figure negative. */
    public PairEvidence negated() {
        return new PairEvidence(
                low,
                high,
                -killsByLow,
                -killsByHigh,
                -mailsByLow,
                -mailsByHigh,
                iskByLow.negate(),
                iskByHigh.negate(),
                -hostility,
                -mailsTogether,
                -attraction);
    }

    static PairEvidence fire(long attacker, long victim, boolean credited, BigDecimal isk, long weight) {
        int kills = credited ? 1 : 0;
        long hostility = attacker == victim ? 0 : weight;
        return attacker <= victim
                ? new PairEvidence(attacker, victim, kills, 0, 1, 0, isk, NO_ISK, hostility, 0, 0)
                : new PairEvidence(victim, attacker, 0, kills, 0, 1, NO_ISK, isk, hostility, 0, 0);
    }

    static PairEvidence together(long one, long other, long weight) {
        return new PairEvidence(Math.min(one, other), Math.max(one, other), 0, 0, 0, 0, NO_ISK, NO_ISK, 0, 1, weight);
    }
}
