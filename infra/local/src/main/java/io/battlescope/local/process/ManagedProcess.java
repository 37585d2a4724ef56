package io.battlescope.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running process with its pid file. */
public final class ManagedProcess {

    private static final File NOTHING = new File("/dev/null");

    private final String name;
    private final String stopSignal;
    private final ProcessHandle handle;
    private final PidFile pidFile;

    private ManagedProcess(String name, String stopSignal, ProcessHandle handle, PidFile pidFile) {
        this.name = name;
        this.stopSignal = stopSignal;
        this.handle = handle;
        this.pidFile = pidFile;
    }

    /** @param runDirectory where pid files are kept */
    public static ManagedProcess start(ProcessSpec spec, Path runDirectory) throws IOException {
        Files.createDirectories(spec.log().getParent());
        ProcessBuilder builder = new ProcessBuilder(CommandLines.detached(spec.command()))
                .redirectErrorStream(true)
                .redirectInput(NOTHING)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
        builder.environment().putAll(spec.environment());
        Process process = builder.start();
        PidFile pidFile = new PidFile(runDirectory.resolve(spec.name() + ".pid"));
        pidFile.write(process.toHandle(), spec.mark(), spec.stopSignal());
        return new ManagedProcess(spec.name(), spec.stopSignal(), process.toHandle(), pidFile);
    }

    /** The process that the pid file tells of, if it still runs. */
    public static Optional<ManagedProcess> find(PidFile pidFile) throws IOException {
        Optional<ProcessHandle> process = pidFile.process();
        if (process.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ManagedProcess(pidFile.name(), pidFile.stopSignal(), process.get(), pidFile));
    }

    /** All processes that the pid files of a directory tell of and that still run. */
    public static List<ManagedProcess> findAll(Path runDirectory) throws IOException {
        List<ManagedProcess> running = new ArrayList<>();
        if (Files.isDirectory(runDirectory)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(runDirectory, "*.pid")) {
                for (Path file : files) {
                    find(new PidFile(file)).ifPresent(running::add);
                }
            }
        }
        return running;
    }

    public String name() {
        return name;
    }

    public ProcessHandle handle() {
        return handle;
    }

    public boolean isAlive() {
        return handle.isAlive();
    }

    public CompletableFuture<ProcessHandle> onExit() {
        return handle.onExit();
    }

    /** Asks it to end in order, and ends it after the given time if it has not. */
    public void stop(Duration patience) throws IOException {
        stop(stopSignal, patience);
    }

    /** The same with another signal than its own. */
    public void stop(String signal, Duration patience) throws IOException {
        // the shell's own kill: a separate program of that name is missing on small systems
        CommandLines.succeeds(List.of("sh", "-c", "kill -" + signal + " " + handle.pid()));
        if (!hasEnded(patience)) {
            handle.destroyForcibly();
            hasEnded(Duration.ofSeconds(10));
        }
        pidFile.delete();
    }

    private boolean hasEnded(Duration patience) {
        try {
            handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot wait for the end of " + name + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !handle.isAlive();
        }
    }
}
