package io.battlescope.local.launcher;

import io.battlescope.local.process.SetupException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** The data directory: where everything of one installation lives. */
record Home(Path directory) {

    /** Everything that may be deleted again. */
    static final List<String> CONTENTS = List.of(
            "postgres",
            "postgres.new",
            "kafka",
            "redis",
            "simulator",
            "apps",
            "bin",
            "logs",
            "run",
            "ports.properties",
            "feed",
            "admin-token");

    private static final long MEBIBYTE = 1024 * 1024;
    private static final long NEEDED_MEBIBYTES = 1536;
    private static final int OLD_LOGS = 3;

    Path run() {
        return directory.resolve("run");
    }

    Path ports() {
        return directory.resolve("ports.properties");
    }

    Path binaries() {
        return directory.resolve("bin");
    }

    Path apps() {
        return directory.resolve("apps");
    }

    Path logs() {
        return directory.resolve("logs");
    }

    Path log(String name) {
        return logs().resolve(name + ".log");
    }

    /** The world of {@code --feed demo}. */
    Path simulator() {
        return directory.resolve("simulator");
    }

    Path feed() {
        return directory.resolve("feed");
    }

    /** Read by its owner alone. */
    Path adminToken() {
        return directory.resolve("admin-token");
    }

    /** Says of a directory that it is ours, so that nobody's own files are ever mixed with ours or deleted. */
    Path marker() {
        return directory.resolve(".battlescope-data");
    }

    boolean isOurs() {
        return Files.exists(marker());
    }

    void create() throws IOException {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new SetupException(directory + " is not a directory; name another one with --data.");
        }
        if (!isOurs() && holdsForeignFiles()) {
            throw new SetupException(directory
                    + " holds files that are not BattleScope's; name an empty or a new directory with" + " --data.");
        }
        try {
            Files.createDirectories(run());
            Files.createDirectories(logs());
            Files.writeString(marker(), "BattleScope keeps its data here; `infra/battlescope reset` deletes them.\n");
        } catch (IOException e) {
            throw new SetupException("Nothing can be written to " + directory + " (" + e.getMessage() + ").", e);
        }
    }

    /** The build writes its log, and the launcher is copied, before there is a marker. */
    private boolean holdsForeignFiles() throws IOException {
        if (!Files.exists(directory)) {
            return false;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                if (!List.of("apps", "logs").contains(entry.getFileName().toString())) {
                    return true;
                }
            }
            return false;
        }
    }

    long freeMebibytes() throws IOException {
        return Files.getFileStore(directory).getUsableSpace() / MEBIBYTE;
    }

    void checkSpace() throws IOException {
        long free = freeMebibytes();
        if (free < NEEDED_MEBIBYTES) {
            throw new SetupException(
                    "Only " + free + " MiB are free under " + directory + ", and BattleScope needs at least "
                            + NEEDED_MEBIBYTES + "; free some space or name another directory with --data.");
        }
    }

    /** Held by whoever runs, resets or clears up; empty when somebody else has it. */
    Optional<FileLock> lock() throws IOException {
        Files.createDirectories(run());
        FileChannel channel =
                FileChannel.open(run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
        }
        return Optional.ofNullable(lock);
    }

    /** Each start begins new logs; the last few are kept. */
    void rotateLogs(List<String> names) throws IOException {
        for (String name : names) {
            for (int age = OLD_LOGS; age >= 1; age--) {
                Path younger = age == 1 ? log(name) : logs().resolve(name + ".log." + (age - 1));
                if (Files.exists(younger)) {
                    Files.move(younger, logs().resolve(name + ".log." + age), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
