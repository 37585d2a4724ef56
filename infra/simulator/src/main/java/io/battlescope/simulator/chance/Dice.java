package io.battlescope.simulator.chance;

import java.util.List;
import java.util.SplittableRandom;

/** Dice that fall the same way whenever they are thrown for the same reason. */
public final class Dice {

    private final SplittableRandom random;

    private Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Dice for one purpose; each number is part of what they are thrown for. */
    public static Dice of(long seed, long... purpose) {
        return new Dice(mix(seed, purpose));
    }

    /** A number that looks random, yet is always the same for the same arguments. */
    public static long mix(long seed, long... purpose) {
        long mixed = scramble(seed);
        for (long part : purpose) {
            mixed = scramble(mixed ^ part);
        }
        return mixed;
    }

    /** The finisher of SplitMix64. */
    private static long scramble(long value) {
        long mixed = value + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** 0 to {@code bound} − 1. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both ends included. */
    public int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    /** Both ends included, small numbers as likely as large ones in proportion: as many from 10 to 20 as from 50 to 100. */
    public int skewed(int from, int to) {
        double low = Math.log(from);
        return (int) Math.round(Math.exp(low + random.nextDouble() * (Math.log(to) - low)));
    }

    public boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    public double share() {
        return random.nextDouble();
    }

    public long number() {
        return random.nextLong();
    }

    public <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The first ones are drawn more often, as some systems are busier than others. */
    public <T> T favourite(List<T> choices) {
        double share = random.nextDouble();
        return choices.get((int) (share * share * choices.size()));
    }

    /** How often something happens that happens {@code mean} times on average. */
    public int poisson(double mean) {
        int count = 0;
        double left = mean;
        while (left > 0) {
            // e^-500 is still a number
            double part = Math.min(left, 500);
            double limit = Math.exp(-part);
            for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
                count++;
            }
            left -= part;
        }
        return count;
    }
}
