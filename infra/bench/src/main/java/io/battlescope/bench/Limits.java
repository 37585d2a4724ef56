package io.battlescope.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Reads off the figures of a run what kept it from being faster. */
final class Limits {

    private static final double FULL = 0.9;
    private static final double BUSY_THREAD = 0.85;
    private static final double NOTABLE = 0.05;
    private static final double PRESSED = 0.3;
    private static final int NAMED = 3;

    private final Measurement run;
    private final int cores;
    private final double from;
    private final double to;

    Limits(Measurement run, int cores) {
        this.run = run;
        this.cores = cores;
        this.from = run.steadyBegin();
        this.to = run.steadyEnd();
    }

    /** Sentences, in Markdown. */
    List<String> sentences() {
        if (!(to > from)) {
            return List.of("The run was too short to tell.");
        }
        List<String> sentences = new ArrayList<>();
        cores(sentences);
        threads(sentences);
        disk(sentences);
        if (sentences.isEmpty()) {
            sentences.add(
                    "Neither the cores nor one thread nor the disk is used up: stages wait for each other's answers.");
        }
        backlog(sentences);
        return sentences;
    }

    private double ownCpu() {
        return run.ownCpu(from, to);
    }

    private double otherCpu() {
        double bench = run.processes().cpu(ProcessLog.BENCH, from, to);
        return Math.max(0, run.processes().machineCpu(from, to) - ownCpu() - bench);
    }

    private void cores(List<String> sentences) {
        double share = run.processes().machineCpu(from, to) / (to - from) / cores;
        if (share < FULL) {
            return;
        }
        sentences.add(
                "**CPU**: the machine's %d cores are %s busy; BattleScope has %.2f of them, other work %.2f. Most goes to %s."
                        .formatted(
                                cores,
                                Format.share(share),
                                ownCpu() / (to - from),
                                otherCpu() / (to - from),
                                busiest()));
    }

    private String busiest() {
        double own = ownCpu();
        return String.join(
                ", ",
                run.processes().names().stream()
                        .sorted(Comparator.comparingDouble(
                                name -> -run.processes().cpu(name, from, to)))
                        .limit(NAMED)
                        .map(name -> name + " (" + Format.share(run.processes().cpu(name, from, to) / own) + ")")
                        .toList());
    }

    private void threads(List<String> sentences) {
        run.processes().busiestThreads(from, to, NAMED).stream()
                .filter(thread -> thread.share() >= BUSY_THREAD)
                .forEach(thread -> sentences.add("**One thread**: `%s` of %s is busy %s of the time."
                        .formatted(thread.name(), thread.process(), Format.share(thread.share()))));
    }

    private void disk(List<String> sentences) {
        double pressure = run.processes().pressure("io", from, to);
        if (pressure >= PRESSED) {
            sentences.add("**Disk**: something waits for it %s of the time.".formatted(Format.share(pressure)));
        }
    }

    private void backlog(List<String> sentences) {
        String worst = "";
        double most = 0;
        Timeline before = null;
        for (Map.Entry<String, Timeline> stage : run.stages().entrySet()) {
            // not every killmail belongs in a battle, so the last stage cannot be compared with the one before
            if (before != null && !stage.getKey().equals(Measurement.IN_BATTLES)) {
                double deficit = stage.getValue().largestDeficit(before);
                if (deficit > most) {
                    most = deficit;
                    worst = stage.getKey();
                }
            }
            // both begin from what is enriched
            if (!stage.getKey().equals("attributed")) {
                before = stage.getValue();
            }
        }
        if (most > NOTABLE * run.stages().get(Measurement.INGESTED).total()) {
            sentences.add(
                    "The largest backlog, of %s killmails, waited to be **%s**.".formatted(Format.count(most), worst));
        }
    }
}
