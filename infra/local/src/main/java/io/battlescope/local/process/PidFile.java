package io.battlescope.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a process across the death of whoever started it. A pid alone proves nothing, it may have been given to somebody
 * else since: start time and command line have to agree too.
 */
public record PidFile(Path file) {

    /** The kernel counts in ticks since boot, and the boot time itself moves a little when the clock is adjusted. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private static final int LINES = 4;

    /** @param stopSignal what asks the process to end in order */
    public void write(ProcessHandle process, String mark, String stopSignal) throws IOException {
        long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        Files.createDirectories(file.getParent());
        Path written = Files.writeString(
                file.resolveSibling(file.getFileName() + ".new"),
                process.pid() + "\n" + started + "\n" + mark + "\n" + stopSignal + "\n");
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The process, if it still is the one that was written down. */
    public Optional<ProcessHandle> process() throws IOException {
        String[] lines = lines();
        if (lines.length < LINES) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(lines[0]);
            long started = Long.parseLong(lines[1]);
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> startedAt(process, started))
                    .filter(process -> CommandLines.of(process)
                            .filter(line -> line.contains(lines[2]))
                            .isPresent());
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    public String stopSignal() throws IOException {
        String[] lines = lines();
        return lines.length < LINES ? "TERM" : lines[3];
    }

    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** The name of whatever was written down, from the file's own name. */
    public String name() {
        return file.getFileName().toString().replaceFirst("\\.pid$", "");
    }

    private String[] lines() throws IOException {
        return Files.exists(file) ? Files.readString(file).split("\n") : new String[0];
    }

    private static boolean startedAt(ProcessHandle process, long epochMillis) {
        return process.info()
                .startInstant()
                .map(start -> Math.abs(start.toEpochMilli() - epochMillis) <= TOLERANCE.toMillis())
                .orElse(true);
    }
}
