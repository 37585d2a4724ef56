package io.battlescope.local.ephemeral;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where test infrastructure keeps its things: what the tests and the process that holds it have agreed on. */
public record Workspace(Path directory) {

    /** Who holds it may start infrastructure, join it or end it. */
    public FileChannel lockFile() throws IOException {
        Files.createDirectories(directory);
        return FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Ports and the pid of the holder; there only while everything answers. */
    public Path announcement() {
        return directory.resolve("running.properties");
    }

    public Owners owners() {
        return new Owners(directory.resolve("owners"));
    }

    public Path log() {
        return directory.resolve("logs").resolve("infrastructure.log");
    }

    Path logs() {
        return directory.resolve("logs");
    }

    /** Programs are unpacked once and kept from build to build. */
    Path binaries() {
        return directory.resolve("bin");
    }

    Path data(long holder) {
        return directory.resolve("data-" + holder);
    }
}
