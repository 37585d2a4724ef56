package io.battlescope.local.infrastructure;

import io.battlescope.local.process.CommandLines;
import io.battlescope.local.process.Component;
import io.battlescope.local.process.ProcessSpec;
import io.battlescope.local.process.SetupException;
import io.battlescope.local.process.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One PostgreSQL server, durable: what it has committed survives the end of the machine. */
public final class PostgresServer implements Component {

    public static final String NAME = "postgres";
    private static final String MAJOR_VERSION = "18";

    private final Path binaries;
    private final Path data;
    private final Path log;
    private final int port;
    private Path home;
    private List<String> prefix = List.of();

    PostgresServer(Path binaries, Path data, Path log, int port) {
        this.binaries = binaries;
        this.data = data;
        this.log = log;
        this.port = port;
    }

    @Override
    public String name() {
        return NAME;
    }

    public int port() {
        return port;
    }

    @Override
    public void prepare() throws IOException {
        home = PostgresBinaries.unpacked(binaries);
        prefix = Unprivileged.prefix(home, data);
        if (Files.exists(data.resolve("PG_VERSION"))) {
            checkVersion();
            forgetReusedPid();
        } else {
            initialise();
        }
    }

    @Override
    public ProcessSpec spec() {
        List<String> command = new ArrayList<>(prefix);
        command.add(home.resolve("bin/postgres").toString());
        command.add("-D");
        command.add(data.toString());
        settings().forEach((name, value) -> {
            command.add("-c");
            command.add(name + "=" + value);
        });
        // INT is the fast shutdown: TERM would wait for clients to leave by themselves
        return new ProcessSpec(NAME, command, data.toString(), Map.of(), log, "INT");
    }

    @Override
    public boolean isReady() {
        return Databases.answers(port);
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "");
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("max_connections", "150");
        settings.put("shared_buffers", "256MB");
        settings.put("max_wal_size", "2GB");
        settings.put("wal_compression", compression());
        settings.put("checkpoint_timeout", "15min");
        settings.put("random_page_cost", "1.1");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("log_line_prefix", "%m [%p] %d ");
        return settings;
    }

    /** LZ4 costs least, but not every build of PostgreSQL has it. */
    private String compression() {
        return CommandLines.succeeds(Unprivileged.with(
                        prefix,
                        List.of(
                                home.resolve("bin/postgres").toString(),
                                "-C",
                                "wal_compression",
                                "-D",
                                data.toString(),
                                "-c",
                                "wal_compression=lz4")))
                ? "lz4"
                : "on";
    }

    private void checkVersion() throws IOException {
        String version = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!version.equals(MAJOR_VERSION)) {
            throw new SetupException(
                    "The data under " + data + " were written by PostgreSQL " + version + ", and this is PostgreSQL "
                            + MAJOR_VERSION + "; use another --data directory, or `infra/battlescope reset`.");
        }
    }

    /**
     * After a crash of the whole machine (or container) the number in postmaster.pid may belong to another process by now, and
     * PostgreSQL would refuse to start. A number of nobody's, or of a postmaster, is left for PostgreSQL to judge.
     */
    private void forgetReusedPid() throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        String first = Files.readString(file).lines().findFirst().orElse("").strip();
        if (first.matches("\\d{1,9}")) {
            Optional<String> commandLine =
                    ProcessHandle.of(Long.parseLong(first)).flatMap(CommandLines::of);
            if (commandLine.isPresent() && !commandLine.get().contains("postgres")) {
                Files.delete(file);
            }
        }
    }

    /** Beside its final place, so that an interrupted start leaves nothing half made. */
    private void initialise() throws IOException {
        Path unfinished = data.resolveSibling(data.getFileName() + ".new");
        Trees.delete(unfinished);
        Files.createDirectories(unfinished.getParent());
        Files.createDirectories(log.getParent());
        List<String> own = Unprivileged.prefix(home, unfinished);
        List<String> command = Unprivileged.with(
                own,
                List.of(
                        home.resolve("bin/initdb").toString(),
                        "-D",
                        unfinished.toString(),
                        "-U",
                        Databases.OWNER,
                        "-A",
                        "trust",
                        "-E",
                        "UTF8",
                        "--no-locale",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-instructions"));
        Process initdb = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (initdb.waitFor() != 0) {
                throw new SetupException(
                        "PostgreSQL could not set up its data directory; the reason is in " + log + ".");
            }
        } catch (InterruptedException e) {
            initdb.destroy();
            Thread.currentThread().interrupt();
            throw new SetupException("The set-up of PostgreSQL was interrupted.", e);
        }
        // an empty directory may be there already, made for another owner
        Files.deleteIfExists(data);
        Files.move(unfinished, data);
    }
}
