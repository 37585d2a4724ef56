package io.battlescope.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The kernel's books. A process may end while they are read; it then is simply not there. */
final class ProcFs {

    /** What user space is told ticks are, on every Linux that is in use. */
    static final double TICKS_PER_SECOND = 100;

    private static final int USER_TIME = 13;
    private static final int WAITED_CHILDREN_TIME = 15;

    private final Path proc;

    ProcFs(Path proc) {
        this.proc = proc;
    }

    boolean isThere() {
        return Files.isReadable(proc.resolve("self/stat"));
    }

    /**
     * @param own user and system time of the process
     * @param ended the same of its children that have ended and that it has waited for
     */
    record Ticks(String name, long own, long ended) {}

    Optional<Ticks> ticks(long pid) {
        return read(proc.resolve(Long.toString(pid)).resolve("stat")).map(ProcFs::ticks);
    }

    /** Thread id to what it used. */
    List<ThreadTicks> threads(long pid) {
        List<ThreadTicks> threads = new ArrayList<>();
        Path tasks = proc.resolve(Long.toString(pid)).resolve("task");
        try (Stream<Path> entries = Files.list(tasks)) {
            for (Path task : entries.toList()) {
                read(task.resolve("stat"))
                        .map(ProcFs::ticks)
                        .ifPresent(ticks -> threads.add(new ThreadTicks(
                                Long.parseLong(task.getFileName().toString()), ticks.name(), ticks.own())));
            }
        } catch (IOException gone) {
            return List.of();
        }
        return threads;
    }

    record ThreadTicks(long id, String name, long own) {}

    /** Resident memory, shared pages counted in full. */
    OptionalLong residentKibibytes(long pid) {
        return field(proc.resolve(Long.toString(pid)).resolve("status"), "VmRSS:");
    }

    /** Resident memory, shared pages divided among those who share them; empty where that may not be read. */
    OptionalLong proportionalKibibytes(long pid) {
        return field(proc.resolve(Long.toString(pid)).resolve("smaps_rollup"), "Pss:");
    }

    String commandLine(long pid) {
        return read(proc.resolve(Long.toString(pid)).resolve("cmdline"))
                .map(line -> line.replace('\0', ' ').strip())
                .orElse("");
    }

    /** Ticks of all cores that were not idle and did not wait for a disk. */
    long busyTicks() {
        String[] fields = read(proc.resolve("stat"))
                .flatMap(all -> all.lines().findFirst())
                .orElse("cpu 0 0 0 0 0 0 0 0")
                .split("\\s+");
        // user, nice, system; then idle and iowait are left out; interrupts; steal is not ours, but nobody else's
        // either
        long busy = 0;
        for (int field : new int[] {1, 2, 3, 6, 7, 8}) {
            busy += field < fields.length ? Long.parseLong(fields[field]) : 0;
        }
        return busy;
    }

    /** Microseconds for which something waited for this resource; empty where the kernel does not tell. */
    OptionalLong pressureMicros(String resource) {
        return read(proc.resolve("pressure").resolve(resource)).stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("some "))
                .map(line -> line.substring(line.lastIndexOf("total=") + 6).strip())
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    /** The name is in brackets and may itself hold blanks and brackets. */
    static Ticks ticks(String stat) {
        int nameEnd = stat.lastIndexOf(')');
        String[] fields = stat.substring(nameEnd + 2).split(" ");
        // fields are counted from the pid, the name and what follows it: two are gone
        int user = USER_TIME - 2;
        int ended = WAITED_CHILDREN_TIME - 2;
        return new Ticks(
                stat.substring(stat.indexOf('(') + 1, nameEnd),
                Long.parseLong(fields[user]) + Long.parseLong(fields[user + 1]),
                Long.parseLong(fields[ended]) + Long.parseLong(fields[ended + 1]));
    }

    private static OptionalLong field(Path file, String name) {
        return read(file).stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).replace("kB", "").strip())
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        } catch (IOException goneOrForbidden) {
            return Optional.empty();
        }
    }
}
