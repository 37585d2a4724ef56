package io.battlescope.bench;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one run brought.
 *
 * @param stages how many killmails each stage had done, in the order of their way
 * @param battles that could be read at the end
 * @param projectedDelays seconds from received to projected
 * @param battleDelays the same of killmails in battles
 * @param knownBattleDelays of those the ones whose battle was there before them
 * @param unfinished why the run did not come to its end; empty when it did
 * @param remarks what did not look right though it ended
 */
record Measurement(
        Recording feed,
        String startedAfter,
        LinkedHashMap<String, Timeline> stages,
        long duplicates,
        long quarantined,
        long battles,
        Percentiles projectedDelays,
        Percentiles battleDelays,
        Percentiles knownBattleDelays,
        ProcessLog processes,
        Map<String, String> database,
        String fileSystem,
        String unfinished,
        String remarks) {

    static final String INGESTED = "ingested";
    static final String PROJECTED = "projected";
    static final String IN_BATTLES = "in battles";

    double begin() {
        return stages.get(INGESTED).begin();
    }

    /** When the last killmail was where it belongs. */
    double end() {
        return stages.values().stream()
                .filter(stage -> stage.total() > 0)
                .mapToDouble(stage -> stage.timeOf(1))
                .max()
                .orElse(Double.NaN);
    }

    /**
     * The stage that every killmail passes and that came to its end last: while it was between a tenth and nine tenths, the system
     * was neither starting nor running dry.
     */
    String slowest() {
        return stages.keySet().stream()
                .filter(name -> !name.equals(IN_BATTLES))
                .max(Comparator.comparingDouble(name -> stages.get(name).timeOf(0.9)))
                .orElseThrow();
    }

    double steadyBegin() {
        return stages.get(slowest()).timeOf(0.1);
    }

    double steadyEnd() {
        return stages.get(slowest()).timeOf(0.9);
    }

    /** CPU seconds of everything that belongs to the system, without who measures it. */
    double ownCpu(double from, double to) {
        return processes.names().stream()
                .filter(name -> !name.equals(ProcessLog.BENCH))
                .mapToDouble(name -> processes.cpu(name, from, to))
                .sum();
    }

    double overallRate() {
        return stages.get(PROJECTED).total() / (end() - begin());
    }
}
