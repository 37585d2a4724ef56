package io.battlescope.testing;

import io.battlescope.local.ephemeral.EphemeralInfrastructure;
import io.battlescope.local.ephemeral.Workspace;
import io.battlescope.local.process.CommandLines;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Joins the infrastructure of this build, starting it where nobody has. */
final class Joining {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final long PAUSE_MILLIS = 50;

    private Joining() {}

    static Announcement join() throws IOException, InterruptedException {
        Path root = projectRoot();
        Workspace workspace = new Workspace(root.resolve("target/test-infrastructure"));
        // two test JVMs may arrive at once, and the holder may be about to leave
        try (FileChannel channel = workspace.lockFile();
                FileLock lock = channel.lock()) {
            workspace.owners().add(Build.process());
            Optional<Announcement> running = Announcement.read(workspace.announcement());
            return running.isPresent() ? running.get() : start(root, workspace);
        }
    }

    private static Announcement start(Path root, Workspace workspace) throws IOException, InterruptedException {
        Files.deleteIfExists(workspace.announcement());
        Files.createDirectories(workspace.log().getParent());
        Process holder = new ProcessBuilder(CommandLines.detached(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(root),
                        EphemeralInfrastructure.class.getName(),
                        workspace.directory().toString())))
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(workspace.log().toFile())
                .start();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<Announcement> running = Announcement.read(workspace.announcement());
            if (running.isPresent()) {
                return running.get();
            }
            if (!holder.isAlive()) {
                throw new IOException(
                        "it ended at once, and says in " + workspace.log() + ":\n" + Files.readString(workspace.log()));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        holder.destroy();
        throw new IOException("it was not ready after " + PATIENCE.toSeconds() + " seconds; see " + workspace.log());
    }

    /** The directory that holds the Maven wrapper and infra; tests run in their module's directory or in the root. */
    private static Path projectRoot() throws IOException {
        for (Path path = Path.of("").toAbsolutePath(); path != null; path = path.getParent()) {
            if (Files.exists(path.resolve("mvnw")) && Files.isDirectory(path.resolve("infra/local"))) {
                return path;
            }
        }
        throw new IOException("no directory above " + Path.of("").toAbsolutePath() + " is the project's root");
    }

    /** The broker's libraries, which a test has not on its own class path. */
    private static String classPath(Path root) throws IOException {
        Path target = root.resolve("infra/local/target");
        if (Files.isDirectory(target.resolve("lib"))) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "infra-local-*.jar")) {
                Iterator<Path> found = jars.iterator();
                if (found.hasNext()) {
                    return found.next() + ":" + target.resolve("lib") + "/*";
                }
            }
        }
        throw new IOException("infra/local is not built; `./mvnw -pl infra/local -am package -DskipTests` builds it");
    }
}
