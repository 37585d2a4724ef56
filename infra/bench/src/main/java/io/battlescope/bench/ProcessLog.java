package io.battlescope.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What each process of the system used as time went by; PostgreSQL's processes together and also by what they do. */
final class ProcessLog {

    static final String POSTGRES = "postgres";
    /** Who measures. */
    static final String BENCH = "bench";

    private static final Pattern CONNECTION = Pattern.compile("postgres: (\\S+) (\\S+) \\S+\\(\\d+\\).*");
    private static final Pattern BACKGROUND = Pattern.compile("postgres: (?:\\S+: )?([a-z ]+?)\\s*\\d*");

    private final ProcFs proc;
    private final Map<String, List<Timeline.Point>> processes = new TreeMap<>();
    private final Map<String, List<Timeline.Point>> postgresParts = new TreeMap<>();
    private final Map<ThreadKey, List<Timeline.Point>> threads = new LinkedHashMap<>();
    private final Map<Long, PostgresPart> postgresPids = new HashMap<>();
    private final Map<String, Long> peakResident = new HashMap<>();
    private final Map<String, Long> peakProportional = new HashMap<>();
    private final Map<String, List<Timeline.Point>> machine = new HashMap<>();

    ProcessLog(ProcFs proc) {
        this.proc = proc;
    }

    private record ThreadKey(String process, long id, String name) {}

    private record PostgresPart(String label, double seconds) {}

    /** One thread's share of one core. */
    record ThreadShare(String process, String name, double share) {}

    /** CPU time alone: cheap enough for each second. */
    void sampleCpu(Map<String, Long> pids) {
        double now = Times.now();
        pids.forEach((name, pid) -> {
            double seconds = name.equals(POSTGRES) ? postgres(pid, now) : own(pid);
            if (seconds > 0) {
                add(processes, name, now, seconds);
            }
        });
        add(processes, BENCH, now, own(ProcessHandle.current().pid()));
        add(machine, "cpu", now, proc.busyTicks() / ProcFs.TICKS_PER_SECOND);
        for (String resource : List.of("cpu", "io")) {
            proc.pressureMicros(resource)
                    .ifPresent(micros -> add(machine, "pressure." + resource, now, micros / 1_000_000.0));
        }
    }

    /** Memory and threads: dearer, so asked less often. */
    void sampleDetails(Map<String, Long> pids) {
        double now = Times.now();
        pids.forEach((name, pid) -> {
            List<Long> tree = name.equals(POSTGRES) ? tree(pid) : List.of(pid);
            long resident = 0;
            long proportional = 0;
            for (long one : tree) {
                resident += proc.residentKibibytes(one).orElse(0);
                OptionalLong shared = proc.proportionalKibibytes(one);
                proportional += shared.orElse(0);
            }
            peakResident.merge(name, resident, Math::max);
            peakProportional.merge(name, proportional, Math::max);
            if (!name.equals(POSTGRES)) {
                for (ProcFs.ThreadTicks thread : proc.threads(pid)) {
                    threads.computeIfAbsent(
                                    new ThreadKey(name, thread.id(), thread.name()), ignored -> new ArrayList<>())
                            .add(new Timeline.Point(now, thread.own() / ProcFs.TICKS_PER_SECOND));
                }
            }
        });
    }

    List<String> names() {
        return List.copyOf(processes.keySet());
    }

    /** In seconds. */
    double cpu(String process, double from, double to) {
        return Timeline.of(processes.getOrDefault(process, List.of())).growth(from, to);
    }

    Map<String, Double> postgresCpu(double from, double to) {
        Map<String, Double> parts = new TreeMap<>();
        postgresParts.forEach(
                (label, points) -> parts.put(label, Timeline.of(points).growth(from, to)));
        return parts;
    }

    /** CPU seconds of everything on the machine, ours and others'. */
    double machineCpu(double from, double to) {
        return Timeline.of(machine.getOrDefault("cpu", List.of())).growth(from, to);
    }

    /** The share of the time in which something waited for the resource; not a number where the kernel does not tell. */
    double pressure(String resource, double from, double to) {
        List<Timeline.Point> points = machine.getOrDefault("pressure." + resource, List.of());
        return points.isEmpty() ? Double.NaN : Timeline.of(points).growth(from, to) / (to - from);
    }

    long peakResidentKibibytes(String process) {
        return peakResident.getOrDefault(process, 0L);
    }

    long peakProportionalKibibytes(String process) {
        return peakProportional.getOrDefault(process, 0L);
    }

    List<ThreadShare> busiestThreads(double from, double to, int limit) {
        return threads.entrySet().stream()
                .map(entry -> new ThreadShare(
                        entry.getKey().process(),
                        entry.getKey().name(),
                        Timeline.of(entry.getValue()).growth(from, to) / (to - from)))
                .sorted((left, right) -> Double.compare(right.share(), left.share()))
                .limit(limit)
                .toList();
    }

    /** What a connection has used before it was closed is then found with its parent, so that nothing is lost. */
    private double postgres(long pid, double now) {
        double total = 0;
        for (long one : tree(pid)) {
            var ticks = proc.ticks(one);
            if (ticks.isEmpty()) {
                continue;
            }
            double own = ticks.get().own() / ProcFs.TICKS_PER_SECOND;
            total += own + ticks.get().ended() / ProcFs.TICKS_PER_SECOND;
            postgresPids.put(one, new PostgresPart(label(proc.commandLine(one)), own));
        }
        Map<String, Double> byLabel = new HashMap<>();
        postgresPids.values().forEach(part -> byLabel.merge(part.label(), part.seconds(), Double::sum));
        byLabel.forEach((label, seconds) -> add(postgresParts, label, now, seconds));
        return total;
    }

    static String label(String commandLine) {
        Matcher connection = CONNECTION.matcher(commandLine);
        if (connection.matches()) {
            String user = connection.group(1).equals("postgres") ? "" : " as " + connection.group(1);
            return "connections to " + connection.group(2) + user;
        }
        Matcher background = BACKGROUND.matcher(commandLine);
        return background.matches() ? background.group(1) : "other";
    }

    private double own(long pid) {
        return proc.ticks(pid)
                .map(ticks -> ticks.own() / ProcFs.TICKS_PER_SECOND)
                .orElse(0.0);
    }

    private static List<Long> tree(long pid) {
        List<Long> all = new ArrayList<>();
        all.add(pid);
        ProcessHandle.of(pid)
                .ifPresent(
                        parent -> parent.descendants().map(ProcessHandle::pid).forEach(all::add));
        return all;
    }

    private static void add(Map<String, List<Timeline.Point>> series, String name, double seconds, double total) {
        series.computeIfAbsent(name, ignored -> new ArrayList<>()).add(new Timeline.Point(seconds, total));
    }
}
