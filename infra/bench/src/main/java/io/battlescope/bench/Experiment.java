package io.battlescope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One run: starts the system, watches it until nothing is left to do, reads the figures and stops it. */
final class Experiment {

    private static final Duration QUIET = Duration.ofSeconds(6);
    private static final int DETAILS_EVERY = 5;
    private static final int TOLD_EVERY = 10;

    private final Path root;
    private final Path parent;
    private final Instant deadline;

    Experiment(Path root, Path parent, Instant deadline) {
        this.root = root;
        this.parent = parent;
        this.deadline = deadline;
    }

    /**
     * @param rate killmails a second; empty for as fast as possible
     * @param warmUpSeconds after the first killmail, whose delays are left out
     */
    Measurement run(String name, Recording feed, Optional<Double> rate, int warmUpSeconds)
            throws IOException, InterruptedException, SQLException {
        Instant start = Instant.now();
        Optional<String> pace = rate.map(value -> String.format(Locale.ROOT, "%.3f", value));
        RunningSystem system = RunningSystem.start(root, parent, name, feed.file(), pace);
        Thread atCtrlC = new Thread(() -> stop(system), "stop");
        Runtime.getRuntime().addShutdownHook(atCtrlC);
        try (system) {
            return watch(system, name, feed, start, warmUpSeconds);
        } finally {
            forget(atCtrlC);
        }
    }

    private Measurement watch(RunningSystem system, String name, Recording feed, Instant start, int warmUpSeconds)
            throws IOException, InterruptedException, SQLException {
        StatusLog status = new StatusLog(system.gateway());
        ProcessLog processes = new ProcessLog(new ProcFs(Path.of("/proc")));
        String startedAfter = "";
        int answers = 0;
        for (int second = 0; !status.isSettled(QUIET) && Instant.now().isBefore(deadline); second++) {
            Instant next = Instant.now().plusSeconds(1);
            system.check();
            Map<String, Long> pids = system.processes();
            processes.sampleCpu(pids);
            if (second % DETAILS_EVERY == 0) {
                processes.sampleDetails(pids);
            }
            if (status.sample() && answers++ == 0) {
                startedAfter = Format.seconds(Times.now() - Times.seconds(start));
            }
            if (second % TOLD_EVERY == TOLD_EVERY - 1) {
                tell(name, start, status);
            }
            Thread.sleep(Math.max(0, Duration.between(Instant.now(), next).toMillis()));
        }
        processes.sampleCpu(system.processes());
        processes.sampleDetails(system.processes());
        String unfinished = status.isSettled(QUIET) ? "" : "time was up; still behind: " + status.lags();
        return read(system, feed, status, processes, startedAfter, unfinished, warmUpSeconds);
    }

    private static Measurement read(
            RunningSystem system,
            Recording feed,
            StatusLog status,
            ProcessLog processes,
            String startedAfter,
            String unfinished,
            int warmUpSeconds)
            throws IOException, SQLException {
        OptionalInt port = system.postgresPort();
        if (port.isEmpty() || status.latest("projection.killmails") == 0) {
            system.keepData();
            throw new BenchException(
                    "Nothing was projected in time; the data and logs are kept under " + system.data() + ".");
        }
        try (QueryDb database = new QueryDb(port.getAsInt())) {
            Timeline received = database.received();
            double begin = received.begin();
            LinkedHashMap<String, Timeline> stages = new LinkedHashMap<>();
            stages.put(Measurement.INGESTED, stage(status, "ingestion.accepted", begin));
            stages.put("enriched", stage(status, "enrichment.enriched", begin));
            stages.put("attributed", stage(status, "command-side.attributed", begin));
            stages.put(
                    Measurement.PROJECTED,
                    database.projected(QueryDb.Table.KILLMAIL).from(begin));
            stages.put(
                    Measurement.IN_BATTLES,
                    database.projected(QueryDb.Table.BATTLE_KILLMAIL).from(begin));
            double from = begin + warmUpSeconds;
            double to = Double.MAX_VALUE;
            return new Measurement(
                    feed,
                    startedAfter,
                    stages,
                    status.latest("ingestion.duplicates"),
                    status.latest("ingestion.quarantined"),
                    database.battles(),
                    new Percentiles(database.delays(QueryDb.Table.KILLMAIL, from, to)),
                    new Percentiles(database.delays(QueryDb.Table.BATTLE_KILLMAIL, from, to)),
                    new Percentiles(database.delaysInKnownBattles(from, to)),
                    processes,
                    database.settings(),
                    Files.getFileStore(system.data()).type(),
                    unfinished,
                    unfinished.isEmpty() ? remarks(status, stages) : "");
        }
    }

    private static Timeline stage(StatusLog status, String counter, double begin) {
        return status.timeline(counter).from(begin);
    }

    private static String remarks(StatusLog status, Map<String, Timeline> stages) {
        StringBuilder remarks = new StringBuilder();
        double ingested = stages.get(Measurement.INGESTED).total();
        stages.forEach((name, stage) -> {
            if (!name.equals(Measurement.IN_BATTLES) && stage.total() != ingested) {
                remarks.append(
                        "%s %s of %s ingested. ".formatted(Format.count(stage.total()), name, Format.count(ingested)));
            }
        });
        long deadLettered = status.latest("enrichment.deadLettered") + status.latest("command-side.deadLettered");
        if (deadLettered > 0) {
            remarks.append("%d dead letters. ".formatted(deadLettered));
        }
        status.complaints()
                .forEach((name, text) ->
                        remarks.append(name).append(": ").append(text).append(". "));
        return remarks.toString().strip();
    }

    private static void tell(String name, Instant start, StatusLog status) {
        System.err.printf(
                "%s, %4d s: %,d ingested, %,d enriched, %,d attributed, %,d projected%n",
                name,
                Duration.between(start, Instant.now()).toSeconds(),
                status.latest("ingestion.accepted"),
                status.latest("enrichment.enriched"),
                status.latest("command-side.attributed"),
                status.latest("projection.killmails"));
    }

    private static void forget(Thread atCtrlC) {
        try {
            Runtime.getRuntime().removeShutdownHook(atCtrlC);
        } catch (IllegalStateException alreadyShuttingDown) {
            System.err.println("Stopped before the end; there is no report.");
        }
    }

    private static void stop(RunningSystem system) {
        try {
            system.close();
        } catch (IOException | InterruptedException | BenchException e) {
            System.err.println("The system could not be stopped: " + e.getMessage());
        }
    }
}
