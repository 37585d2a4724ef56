package io.battlescope.local.ephemeral;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** The builds that use the infrastructure: one empty file each, named by pid and start time. */
public record Owners(Path directory) {

    public void add(ProcessHandle build) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve(build.pid() + "-" + startedAt(build));
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
    }

    /** Whether a build is still running; forgets those that are not. */
    boolean anyAlive() throws IOException {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        boolean alive = false;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                if (isAlive(file.getFileName().toString())) {
                    alive = true;
                } else {
                    Files.deleteIfExists(file);
                }
            }
        }
        return alive;
    }

    private static boolean isAlive(String name) {
        String[] parts = name.split("-");
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(parts[0]));
        // a pid given to another process since is recognised by its start
        return process.filter(ProcessHandle::isAlive)
                .filter(handle -> Math.abs(startedAt(handle) - Long.parseLong(parts[1])) < 5_000)
                .isPresent();
    }

    private static long startedAt(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
