package io.battlescope.local.infrastructure;

import io.battlescope.local.process.Component;
import io.battlescope.local.process.ProcessSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import redis.embedded.core.ExecutableProvider;

/** One Redis, which holds only what can be found out again: names, rate limits, status reports. */
public final class RedisServer implements Component {

    public static final String NAME = "redis";

    private final Path binaries;
    private final Path directory;
    private final Path log;
    private final int port;

    RedisServer(Path binaries, Path directory, Path log, int port) {
        this.binaries = binaries;
        this.directory = directory;
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
        Files.createDirectories(directory);
        Files.createDirectories(binaries);
        Path unpacked = ExecutableProvider.newJarResourceProvider().get().toPath();
        // the library leaves its copy in the system's temporary directory, where nobody would clean up
        if (!Files.exists(program()) || Files.size(program()) != Files.size(unpacked)) {
            Path unfinished = program().resolveSibling("redis-server.new");
            Files.copy(unpacked, unfinished, StandardCopyOption.REPLACE_EXISTING);
            if (!unfinished.toFile().setExecutable(true)) {
                throw new IOException("Cannot make " + unfinished + " executable.");
            }
            Files.move(unfinished, program(), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.delete(unpacked);
    }

    @Override
    public ProcessSpec spec() {
        List<String> command = List.of(
                program().toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                directory.toString(),
                "--save",
                "300 1",
                "--stop-writes-on-bgsave-error",
                "no",
                "--maxmemory",
                "256mb",
                "--maxmemory-policy",
                "volatile-lru",
                // the title would hide the command line, by which a stale process is recognised
                "--set-proc-title",
                "no");
        return new ProcessSpec(NAME, command, directory.toString(), Map.of(), log, "TERM");
    }

    @Override
    public boolean isReady() {
        return answers(port);
    }

    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            socket.setSoTimeout(1000);
            OutputStream out = socket.getOutputStream();
            out.write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException startingUp) {
            return false;
        }
    }

    private Path program() {
        return binaries.resolve("redis-server");
    }
}
