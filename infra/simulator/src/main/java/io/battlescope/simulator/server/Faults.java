package io.battlescope.simulator.server;

import io.battlescope.simulator.chance.Dice;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Which faults are switched on, and whom they strike. Which ones strike is a matter of the seed and of the order of requests. */
public final class Faults {

    static final int BAN_SECONDS = 3_600;
    static final int HANG_SECONDS = 120;
    static final int ERROR_LIMIT_SECONDS = 30;

    private final long seed;
    private final Map<Fault, Double> rates = new EnumMap<>(Fault.class);
    private final Map<Fault, Long> struck = new EnumMap<>(Fault.class);
    private final AtomicLong requests = new AtomicLong();

    public Faults(long seed) {
        this.seed = seed;
    }

    /** Everything at moderate rates, but for what stops a client for longer than anybody wants to watch. */
    public void all() {
        for (Fault fault : Fault.values()) {
            rate(fault, fault.moderate());
        }
    }

    public synchronized void none() {
        rates.clear();
    }

    /** @param rate 0 for never, 1 for always */
    public synchronized void rate(Fault fault, double rate) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException(
                    "The rate of " + fault.word() + " is a share from 0 to 1, not " + rate + ".");
        }
        rates.put(fault, rate);
    }

    public synchronized double rate(Fault fault) {
        return rates.getOrDefault(fault, 0.0);
    }

    /** By name; those that are switched off are 0. */
    public Map<String, Double> rates() {
        Map<String, Double> all = new TreeMap<>();
        for (Fault fault : Fault.values()) {
            all.put(fault.word(), rate(fault));
        }
        return all;
    }

    /** How often each has struck. */
    public synchronized Map<String, Long> struck() {
        Map<String, Long> all = new TreeMap<>();
        struck.forEach((fault, count) -> all.put(fault.word(), count));
        return all;
    }

    /** Whether it strikes this request. */
    boolean strikes(Fault fault) {
        return counted(fault, rate(fault) > 0 && share(fault, requests.incrementAndGet()) < rate(fault));
    }

    /** Whether it strikes this thing: the same answer whenever asked, while the rate is the same. */
    boolean strikes(Fault fault, long thing) {
        return counted(fault, rate(fault) > 0 && share(fault, ~thing) < rate(fault));
    }

    private double share(Fault fault, long what) {
        return (Dice.mix(seed, fault.ordinal(), what) >>> 11) * 0x1.0p-53;
    }

    private synchronized boolean counted(Fault fault, boolean strikes) {
        if (strikes) {
            struck.merge(fault, 1L, Long::sum);
        }
        return strikes;
    }
}
