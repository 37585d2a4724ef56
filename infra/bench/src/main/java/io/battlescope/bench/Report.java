package io.battlescope.bench;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;

/** The figures, in Markdown. */
final class Report {

    private static final int SHA_SHOWN = 16;
    private static final int THREADS_SHOWN = 8;
    private static final double NOTABLE_OTHERS = 0.1;

    private final Machine machine;
    private final StringBuilder text = new StringBuilder();
    private boolean databaseTold;

    Report(Machine machine, Recording feed) {
        this.machine = machine;
        line("# BattleScope bench, " + LocalDate.now(ZoneOffset.UTC));
        line("");
        line("| | |");
        line("| --- | --- |");
        row("commit", machine.commit());
        row("machine", machine.cores() + " cores (" + machine.processor() + "), " + machine.memory());
        row("system", machine.kernel());
        row("JDK", machine.jdk());
        row("load average before", machine.loadBefore());
        row(
                "recording",
                feed.file().getFileName() + ", " + Format.count(feed.lines()) + " lines, SHA-256 "
                        + feed.sha256().substring(0, SHA_SHOWN) + "…");
    }

    String text() {
        return text.toString().strip();
    }

    void fullSpeed(Measurement run) {
        database(run);
        heading("Full speed");
        state(run);
        line(
                "%s killmails from the first received to the last where it belongs: %s, **%s killmails/s** overall; %s battles."
                        .formatted(
                                Format.count(
                                        run.stages().get(Measurement.PROJECTED).total()),
                                Format.seconds(run.end() - run.begin()),
                                Format.rate(run.overallRate()),
                                Format.count(run.battles())));
        line("The gateway answered %s after the start; the first killmails are processed while services still start."
                .formatted(run.startedAfter()));
        stages(run);
        double seconds = run.steadyEnd() - run.steadyBegin();
        processes(run, run.begin(), run.end());
        heading("What limits it");
        line("In the steady part, while the tenth to the ninetieth percent was %s (%s):"
                .formatted(run.slowest(), Format.seconds(seconds)));
        line("");
        new Limits(run, machine.cores()).sentences().forEach(sentence -> line("- " + sentence));
        threads(run);
        heading("Delays at full speed");
        line("Backlog, not freshness: the recording is read faster than it can be worked off.");
        delays(run);
    }

    void freshness(Measurement run, Options options) {
        database(run);
        heading("Freshness at " + Format.rate(options.rate()) + " killmails/s");
        state(run);
        line(
                "From received by ingestion to written to the Query DB, without a warm-up of %d s (rows are stamped as they are written; the commit of their batch follows)."
                        .formatted(options.warmUpSeconds()));
        delays(run);
        double from = run.begin() + options.warmUpSeconds();
        line("");
        line("Received at %s killmails/s."
                .formatted(Format.rate(run.stages().get(Measurement.INGESTED).growth(from, run.end())
                        / (run.stages().get(Measurement.INGESTED).timeOf(1) - from))));
        processes(run, from, run.end());
    }

    private void state(Measurement run) {
        if (!run.unfinished().isEmpty()) {
            line("**Not finished**: " + run.unfinished() + ".");
            line("");
        }
        if (!run.remarks().isEmpty()) {
            line("**Note**: " + run.remarks());
            line("");
        }
    }

    private void stages(Measurement run) {
        line("");
        line("| stage | killmails | first after | last after | killmails/s | steady, 10–90 % |");
        line("| --- | ---: | ---: | ---: | ---: | ---: |");
        run.stages()
                .forEach((name, stage) -> line("| %s | %s | %s | %s | %s | %s |"
                        .formatted(
                                name,
                                Format.count(stage.total()),
                                Format.seconds(Math.max(0, stage.begin() - run.begin())),
                                Format.seconds(stage.timeOf(1) - run.begin()),
                                Format.rate(stage.rate()),
                                Format.rate(stage.rateBetween(0.1, 0.9)))));
        if (run.duplicates() + run.quarantined() > 0) {
            line("");
            line("%s duplicates and %s set aside are not among them."
                    .formatted(Format.count(run.duplicates()), Format.count(run.quarantined())));
        }
    }

    private void processes(Measurement run, double from, double to) {
        ProcessLog processes = run.processes();
        double machineCpu = processes.machineCpu(from, to);
        line("");
        line("| process | CPU s | cores | share of all CPU used | peak RSS | peak PSS |");
        line("| --- | ---: | ---: | ---: | ---: | ---: |");
        processes.names().stream()
                .sorted(Comparator.comparingDouble(name -> -processes.cpu(name, from, to)))
                .forEach(name -> process(
                        name,
                        processes.cpu(name, from, to),
                        to - from,
                        machineCpu,
                        Format.mebibytes(processes.peakResidentKibibytes(name)),
                        Format.mebibytes(processes.peakProportionalKibibytes(name))));
        double known = processes.names().stream()
                .mapToDouble(name -> processes.cpu(name, from, to))
                .sum();
        double others = Math.max(0, machineCpu - known);
        process("everything else on the machine", others, to - from, machineCpu, "", "");
        line("");
        together(run, from, to);
        if (others > NOTABLE_OTHERS * machineCpu) {
            line("Other work took %s of the CPU time that was used: a machine left alone does better."
                    .formatted(Format.share(others / machineCpu)));
        }
        line("PostgreSQL by what its processes do: "
                + String.join(
                        ", ",
                        processes.postgresCpu(from, to).entrySet().stream()
                                .filter(part -> part.getValue() >= 0.1)
                                .sorted(Map.Entry.<String, Double>comparingByValue()
                                        .reversed())
                                .map(part -> part.getKey() + " " + Format.seconds(part.getValue()))
                                .toList())
                + ".");
        line("Something waited for a core %s, for the disk %s of the time."
                .formatted(
                        Format.share(processes.pressure("cpu", from, to)),
                        Format.share(processes.pressure("io", from, to))));
    }

    /** What a killmail costs says more than how many there were a second when the machine is shared. */
    private void together(Measurement run, double from, double to) {
        double cpu = run.ownCpu(from, to);
        double killmails = run.stages().get(Measurement.PROJECTED).growth(from, to);
        long memory = run.processes().names().stream()
                .mapToLong(run.processes()::peakProportionalKibibytes)
                .sum();
        line("BattleScope together: %.1f CPU s, **%.2f ms of CPU a killmail**; peak PSS %s."
                .formatted(cpu, cpu * 1000 / killmails, Format.mebibytes(memory)));
    }

    private void process(String name, double cpu, double seconds, double all, String resident, String proportional) {
        line("| %s | %.1f | %.2f | %s | %s | %s |"
                .formatted(name, cpu, cpu / seconds, Format.share(cpu / all), resident, proportional));
    }

    private void threads(Measurement run) {
        line("");
        line("| busiest threads | of | of one core |");
        line("| --- | --- | ---: |");
        run.processes()
                .busiestThreads(run.steadyBegin(), run.steadyEnd(), THREADS_SHOWN)
                .forEach(thread -> line(
                        "| `%s` | %s | %s |".formatted(thread.name(), thread.process(), Format.share(thread.share()))));
    }

    private void delays(Measurement run) {
        line("");
        line("| killmails | count | p50 | p95 | p99 | max |");
        line("| --- | ---: | ---: | ---: | ---: | ---: |");
        delay("projected", run.projectedDelays());
        delay("in a battle that was known before", run.knownBattleDelays());
        delay("in battles, all (waiting for the killmail that makes it a battle included)", run.battleDelays());
    }

    private void delay(String name, Percentiles delays) {
        if (delays.count() == 0) {
            return;
        }
        line("| %s | %s | %s | %s | %s | %s |"
                .formatted(
                        name,
                        Format.count(delays.count()),
                        Format.delay(delays.at(50)),
                        Format.delay(delays.at(95)),
                        Format.delay(delays.at(99)),
                        Format.delay(delays.max())));
    }

    /** As the server itself answers, so that nobody has to believe a configuration file. */
    private void database(Measurement run) {
        if (databaseTold) {
            return;
        }
        databaseTold = true;
        run.database().forEach((name, value) -> row("PostgreSQL `show " + name + "`", value));
        row("file system of the data", run.fileSystem());
    }

    private void heading(String heading) {
        line("");
        line("## " + heading);
        line("");
    }

    private void row(String name, String value) {
        line("| " + name + " | " + value + " |");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
