package io.battlescope.e2e.system;

import com.fasterxml.jackson.databind.JsonNode;
import io.battlescope.e2e.rest.ApiClient;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Everything, started with {@code infra/battlescope up} on a data directory of its own. */
public final class RunningSystem implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration COMMAND = Duration.ofMinutes(2);

    private final Path data;
    private final Path log;
    private final Process up;
    private final URI gateway;
    private final ApiClient api;

    private RunningSystem(Path data, Path log, Process up, URI gateway) {
        this.data = data;
        this.log = log;
        this.up = up;
        this.gateway = gateway;
        this.api = new ApiClient(gateway);
    }

    /** Returns once the gateway answers and says that all is well. */
    public static RunningSystem start(Path data, Path feed, String... more) throws IOException {
        return start(data, "file:" + feed, more);
    }

    /** On the live feed of a simulated New Eden. */
    public static RunningSystem startDemo(Path data, String... more) throws IOException {
        return start(data, "demo", more);
    }

    private static RunningSystem start(Path data, String feed, String... more) throws IOException {
        int port = freePort();
        List<String> arguments = new ArrayList<>(List.of("up", "--feed", feed, "--port", "" + port));
        arguments.addAll(List.of(more));
        Path log = log(data);
        Process up = script(data, log, arguments).start();
        RunningSystem system = new RunningSystem(data, log, up, address(port));
        try {
            system.await(
                    "ready", START, status -> "ok".equals(status.path("status").textValue()));
            return system;
        } catch (RuntimeException e) {
            system.close();
            throw e;
        }
    }

    public ApiClient api() {
        return api;
    }

    /** The same, asked with the admin's token. */
    public ApiClient admin() throws IOException {
        return new ApiClient(gateway, adminToken());
    }

    public String adminToken() throws IOException {
        return Files.readString(data.resolve("admin-token")).trim();
    }

    /** The simulator of a demo. */
    public URI simulator() throws IOException {
        Properties ports = new Properties();
        try (Reader in = Files.newBufferedReader(data.resolve("ports.properties"))) {
            ports.load(in);
        }
        return address(Integer.parseInt(ports.getProperty("simulator")));
    }

    private static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Waits until the status is as asked. */
    public void await(String what, Duration patience, Predicate<JsonNode> condition) {
        Awaited awaited = new Awaited(condition);
        Awaitility.await(what)
                .atMost(patience)
                .pollInterval(Duration.ofMillis(250))
                .failFast(() -> awaited.requireAlive(up, log))
                .until(() -> awaited.test(api));
    }

    public long pid(String part) {
        try {
            return Long.parseLong(Files.readString(data.resolve("run").resolve(part + ".pid"))
                    .lines()
                    .findFirst()
                    .orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing tells the pid of " + part, e);
        }
    }

    /** As {@code kill -9} does, and waits until another process has taken its place. */
    public void killAndAwaitNext(String part) {
        long pid = pid(part);
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        Awaitility.await("another " + part)
                .atMost(START)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> pid(part) != pid);
    }

    /** {@code infra/battlescope COMMAND} on the same data; its exit code. */
    public int run(String... command) throws IOException, InterruptedException {
        return run(data, command);
    }

    public static int run(Path data, String... command) throws IOException, InterruptedException {
        Path log = log(data);
        Process process = script(data, log, List.of(command)).start();
        if (!process.waitFor(COMMAND.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(Arrays.toString(command) + " does not end; see " + log);
        }
        return process.exitValue();
    }

    /** Every process that serves this data directory. */
    public List<ProcessHandle> processes() throws IOException {
        List<ProcessHandle> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(data.resolve("run"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".pid")).toList()) {
                ProcessHandle.of(pid(file.getFileName().toString().replace(".pid", "")))
                        .ifPresent(process -> {
                            all.add(process);
                            process.descendants().forEach(all::add);
                        });
            }
        }
        all.add(up.toHandle());
        return all;
    }

    /** For tests that fail half way: nothing may be left running. */
    @Override
    public void close() throws IOException {
        if (up.isAlive()) {
            try {
                run("stop");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static ProcessBuilder script(Path data, Path log, List<String> arguments) {
        Path root = Project.root();
        List<String> command =
                new ArrayList<>(List.of(root.resolve("infra/battlescope").toString()));
        command.addAll(arguments);
        command.addAll(List.of("--data", data.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // the build that runs this test has just made the jars
        builder.environment().put("BATTLESCOPE_BUILD", "never");
        // a dozen processes that live for a minute are not worth optimising
        builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
        builder.environment().remove("BATTLESCOPE_FEED");
        // values are compared with those of the shipped prices, wherever this runs
        builder.environment().put("BATTLESCOPE_PRICES_MARKET_ENABLED", "false");
        // what is fed is all there is: history is not asked for more
        builder.environment().put("BATTLESCOPE_COMPLETENESS_DAYS", "0");
        return builder;
    }

    private static Path log(Path data) {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
