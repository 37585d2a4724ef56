package io.battlescope.local.launcher;

import io.battlescope.api.status.ServiceStatus;
import io.battlescope.local.process.PidFile;
import io.battlescope.local.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What runs and how far it is, as a table. */
final class StatusCommand {

    /** As init scripts have it: the program does not run. */
    private static final int NOT_RUNNING = 3;

    private static final int PARTLY_RUNNING = 1;

    private final Home home;

    StatusCommand(Home home) {
        this.home = home;
    }

    int run() throws IOException {
        Optional<ProcessHandle> launcher = Installation.launcher(home);
        boolean anything = false;
        boolean everything = true;
        List<ServiceStatus> reports = reports();
        StringBuilder table = new StringBuilder(row("PART", "PID", "UPTIME", "MEMORY", "LAG", "COUNTERS"));
        for (String name : Installation.componentNames()) {
            Path pidFile = home.run().resolve(name + ".pid");
            if (name.equals(SimulatorComponent.NAME) && !Files.exists(pidFile)) {
                // only the demo has one
                continue;
            }
            Optional<ProcessHandle> process = new PidFile(pidFile).process();
            anything |= process.isPresent();
            everything &= process.isPresent();
            table.append('\n')
                    .append(process.map(running -> row(name, running, reports))
                            .orElse(row(name, "-", "down", "", "", "")));
        }
        if (launcher.isEmpty() && !anything) {
            Console.say("BattleScope does not run on " + home.directory() + ".");
            return NOT_RUNNING;
        }
        Console.say(table.toString());
        if (launcher.isEmpty()) {
            Console.say("The launcher is gone, these are left over: `infra/battlescope up` or `stop` clears them.");
            return NOT_RUNNING;
        }
        Console.say("BattleScope runs on " + home.directory() + " (launcher pid "
                + launcher.get().pid() + "), see " + Installation.url(home));
        return everything ? 0 : PARTLY_RUNNING;
    }

    private List<ServiceStatus> reports() throws IOException {
        Ports ports = Ports.remembered(home.ports());
        return ports.has("redis") ? new StatusBoard(ports.of("redis")).reports() : List.of();
    }

    private static String row(String name, ProcessHandle process, List<ServiceStatus> reports) {
        Map<String, Long> counters = reports.stream()
                .filter(report -> report.service().equals(name) && report.pid() == process.pid())
                .findFirst()
                .map(ServiceStatus::counters)
                .orElse(Map.of());
        Map<String, Long> rest = new TreeMap<>(counters);
        Long records = rest.remove("lagRecords");
        Long millis = rest.remove("lagMillis");
        String lag = Stream.of(
                        Optional.ofNullable(records).map(count -> count + " rec"),
                        Optional.ofNullable(millis).map(time -> String.format(Locale.ROOT, "%.1f s", time / 1000.0)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        String counts = rest.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
        return row(name, Long.toString(process.pid()), uptime(process), memory(process), lag, counts);
    }

    private static String row(String... cells) {
        return String.format("%-14s %8s %9s %9s  %-18s %s", (Object[]) cells).stripTrailing();
    }

    private static String uptime(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()))
                .map(time -> time.toHours() > 0
                        ? time.toHours() + "h " + time.toMinutesPart() + "m"
                        : time.toMinutesPart() + "m " + time.toSecondsPart() + "s")
                .orElse("?");
    }

    /** With its children, each counted with its share of what they have in common. */
    private static String memory(ProcessHandle process) {
        long kibibytes = Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(StatusCommand::kibibytes)
                .sum();
        return kibibytes == 0 ? "?" : kibibytes / 1024 + " MiB";
    }

    private static long kibibytes(ProcessHandle process) {
        Path directory = Path.of("/proc", Long.toString(process.pid()));
        return line(directory.resolve("smaps_rollup"), "Pss:")
                .or(() -> line(directory.resolve("status"), "VmRSS:"))
                .orElse(0L);
    }

    private static Optional<Long> line(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException | java.io.UncheckedIOException goneOrHidden) {
            return Optional.empty();
        }
    }
}
