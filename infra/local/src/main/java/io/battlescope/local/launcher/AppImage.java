package io.battlescope.local.launcher;

import io.battlescope.local.process.Java;
import io.battlescope.local.process.SetupException;
import io.battlescope.local.process.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * A program's jar, unpacked once per build: it starts faster than nested jars do, and a build that replaces the jar does not
 * pull it from under a running service.
 */
final class AppImage {

    private AppImage() {}

    /** The jar to start, its libraries beside it. */
    static Path unpacked(String name, Path jar, Path apps, Path log) throws IOException, InterruptedException {
        Path directory = apps.resolve(name + "-" + checksum(jar));
        if (!Files.exists(directory)) {
            Path unfinished = directory.resolveSibling(directory.getFileName() + ".unpacking");
            Trees.delete(unfinished);
            unpack(jar, unfinished, log);
            Files.move(unfinished, directory);
        }
        return directory.resolve(jar.getFileName());
    }

    /** A jar that is started as it is, out of reach of a build that replaces it. */
    static Path copied(String name, Path jar, Path apps) throws IOException {
        Path directory = apps.resolve(name + "-" + checksum(jar));
        Path copy = directory.resolve(jar.getFileName());
        if (!Files.exists(copy)) {
            Files.createDirectories(directory);
            Path unfinished = directory.resolve(jar.getFileName() + ".copying");
            Files.copy(jar, unfinished, StandardCopyOption.REPLACE_EXISTING);
            Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
        }
        return copy;
    }

    private static void unpack(Path jar, Path target, Path log) throws IOException, InterruptedException {
        Files.createDirectories(target.getParent());
        Process process = new ProcessBuilder(List.of(
                        Java.executable(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        target.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (process.waitFor() != 0) {
            throw new SetupException("The jar " + jar + " could not be unpacked; " + log + " has the reason.");
        }
    }

    private static String checksum(Path jar) throws IOException {
        CRC32 checksum = new CRC32();
        try (InputStream in = new CheckedInputStream(Files.newInputStream(jar), checksum)) {
            byte[] buffer = new byte[1 << 20];
            while (in.read(buffer) >= 0) {
                // read for the checksum alone
            }
        }
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }
}
