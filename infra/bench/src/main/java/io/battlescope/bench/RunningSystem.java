package io.battlescope.bench;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The whole system on a fresh data directory, started with {@code infra/battlescope up}. */
final class RunningSystem implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;
    private static final int TOLD_LINES = 15;

    private final Path root;
    private final Path directory;
    private final int port;
    private final Process launcher;
    private volatile boolean keep;
    private volatile boolean closing;

    private RunningSystem(Path root, Path directory, int port, Process launcher) {
        this.root = root;
        this.directory = directory;
        this.port = port;
        this.launcher = launcher;
    }

    /** @param rate killmails a second; empty for as fast as possible */
    static RunningSystem start(Path root, Path parent, String name, Path feed, Optional<String> rate)
            throws IOException {
        Files.createDirectories(parent);
        // open to others: as root, PostgreSQL may have to run as somebody else
        Path directory = Files.createTempDirectory(
                parent,
                "bench-" + name + "-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                root.resolve("infra/battlescope").toString(),
                "up",
                "--feed",
                "file:" + feed,
                "--data",
                directory.resolve("data").toString(),
                "--port",
                Integer.toString(port)));
        rate.ifPresent(value -> command.addAll(List.of("--rate", value)));
        Process launcher = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("up.log").toFile())
                .start();
        return new RunningSystem(root, directory, port, launcher);
    }

    URI gateway() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Path data() {
        return directory.resolve("data");
    }

    /** Throws when the launcher has given up. */
    void check() throws IOException {
        if (!launcher.isAlive() && !closing) {
            keep = true;
            throw new BenchException("The system ended by itself (exit code " + launcher.exitValue()
                    + "); its logs are kept under " + directory + ". It said:\n" + lastWords());
        }
    }

    /** Name to pid, of those that have been started so far. */
    TreeMap<String, Long> processes() throws IOException {
        TreeMap<String, Long> found = new TreeMap<>();
        Path run = data().resolve("run");
        if (!Files.isDirectory(run)) {
            return found;
        }
        List<Path> files;
        try (Stream<Path> entries = Files.list(run)) {
            files = entries.toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (name.endsWith(".pid")) {
                pid(file).ifPresent(pid -> found.put(name.substring(0, name.length() - 4), pid));
            }
        }
        found.put("launcher", launcher.pid());
        return found;
    }

    OptionalInt postgresPort() throws IOException {
        Path file = data().resolve("ports.properties");
        if (!Files.exists(file)) {
            return OptionalInt.empty();
        }
        Properties ports = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            ports.load(reader);
        }
        String port = ports.getProperty("postgres");
        return port == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port.strip()));
    }

    /** For looking into what went wrong. */
    void keepData() {
        keep = true;
    }

    /** Stops everything and removes the data. Called at the end of a run, or at Ctrl-C from another thread. */
    @Override
    public void close() throws IOException, InterruptedException {
        closing = true;
        stop();
    }

    private synchronized void stop() throws IOException, InterruptedException {
        launcher.destroy();
        if (!launcher.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            launcher.destroyForcibly().waitFor();
        }
        // finds what a launcher that was killed has left behind; says so and does nothing where there is nothing
        Process stop = new ProcessBuilder(
                        root.resolve("infra/battlescope").toString(), "stop", "--data", data().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean stopped = stop.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && stop.exitValue() == 0;
        if (!stopped) {
            keep = true;
            stop.destroyForcibly();
            throw new BenchException("Not everything stopped; see " + directory + ".");
        }
        if (!keep) {
            delete(directory);
        }
    }

    private String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(directory.resolve("up.log"));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TOLD_LINES), lines.size()));
    }

    private static Optional<Long> pid(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Files.readString(file)
                .lines()
                .findFirst()
                .filter(line -> line.matches("\\d{1,10}"))
                .map(Long::valueOf);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        List<Path> inside;
        try (Stream<Path> walk = Files.walk(tree)) {
            inside = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : inside) {
            Files.deleteIfExists(path);
        }
    }
}
