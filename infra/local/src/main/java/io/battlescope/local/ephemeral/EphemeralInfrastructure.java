package io.battlescope.local.ephemeral;

import io.battlescope.local.infrastructure.Databases;
import io.battlescope.local.infrastructure.Infrastructure;
import io.battlescope.local.infrastructure.PostgresServer;
import io.battlescope.local.process.Component;
import io.battlescope.local.process.ManagedProcess;
import io.battlescope.local.process.Ports;
import io.battlescope.local.process.Starter;
import io.battlescope.local.process.Trees;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Main class of the process that holds infrastructure for tests, and ends with the last build that uses it. */
public final class EphemeralInfrastructure {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long LOOK_EVERY_MILLIS = 250;

    private final Workspace workspace;
    private final Path data;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private EphemeralInfrastructure(Workspace workspace) {
        this.workspace = workspace;
        this.data = workspace.data(ProcessHandle.current().pid());
    }

    /** @param args the workspace's directory */
    public static void main(String[] args) throws Exception {
        EphemeralInfrastructure infrastructure = new EphemeralInfrastructure(new Workspace(Path.of(args[0])));
        infrastructure.clearLeftovers();
        Runtime.getRuntime().addShutdownHook(new Thread(infrastructure::end, "end"));
        infrastructure.start();
        infrastructure.holdWhileUsed();
        System.exit(0);
    }

    /** What a holder that was killed has left behind. */
    private void clearLeftovers() throws IOException {
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(workspace.directory(), "data-*")) {
            for (Path directory : directories) {
                for (ManagedProcess process : ManagedProcess.findAll(run(directory))) {
                    process.stop("KILL", Duration.ofSeconds(5));
                }
                Trees.delete(directory);
            }
        }
    }

    private void start() throws IOException, InterruptedException, ExecutionException, SQLException {
        Ports ports = Ports.settle(data.resolve("ports.properties"), Infrastructure.PORTS);
        Infrastructure servers = Infrastructure.of(workspace.binaries(), data, workspace.logs(), ports);
        Starter starter = new Starter(run(data), PATIENCE);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> starting = new ArrayList<>();
            for (Component component : servers.components()) {
                starting.add(executor.submit((Callable<ManagedProcess>) () -> starter.start(component)));
            }
            for (Future<?> each : starting) {
                each.get();
            }
        }
        Databases.createAll(servers.postgres().port());
        announce(ports);
    }

    private void announce(Ports ports) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
        Infrastructure.PORTS.forEach(name -> properties.setProperty(name, Integer.toString(ports.of(name))));
        Path unfinished = workspace.announcement().resolveSibling("running.properties.new");
        try (Writer writer = Files.newBufferedWriter(unfinished)) {
            properties.store(writer, null);
        }
        Files.move(unfinished, workspace.announcement(), StandardCopyOption.REPLACE_EXISTING);
    }

    private void holdWhileUsed() throws IOException, InterruptedException {
        while (workspace.owners().anyAlive() || !withdraw()) {
            if (stopped.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    /** Not while somebody who holds the lock may be joining. */
    private boolean withdraw() throws IOException {
        if (!Files.isDirectory(workspace.directory())) {
            return true;
        }
        try (FileChannel channel = workspace.lockFile();
                FileLock lock = channel.tryLock()) {
            if (lock == null || workspace.owners().anyAlive()) {
                return false;
            }
            Files.deleteIfExists(workspace.announcement());
            return true;
        }
    }

    /** Without ceremony: nobody will read these data again. */
    private void end() {
        stopped.countDown();
        try {
            for (ManagedProcess process : ManagedProcess.findAll(run(data))) {
                // the immediate shutdown of PostgreSQL takes its children along, which a kill would leave to nobody
                process.stop(process.name().equals(PostgresServer.NAME) ? "QUIT" : "KILL", Duration.ofSeconds(5));
            }
            Trees.delete(data);
        } catch (IOException e) {
            e.printStackTrace();
        }
    }

    private static Path run(Path data) {
        return data.resolve("run");
    }
}
