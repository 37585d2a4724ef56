package io.battlescope.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Starts components and waits until they do their work.
 *
 * @param runDirectory where pid files are kept
 * @param patience how long a component may take
 */
public record Starter(Path runDirectory, Duration patience) {

    private static final long SHORTEST_PAUSE_MILLIS = 25;
    private static final long LONGEST_PAUSE_MILLIS = 250;

    public ManagedProcess start(Component component) throws IOException, InterruptedException {
        return start(component, process -> {});
    }

    /** @param spawned told of the process before it is ready */
    public ManagedProcess start(Component component, Consumer<ManagedProcess> spawned)
            throws IOException, InterruptedException {
        component.prepare();
        ProcessSpec spec = component.spec();
        ManagedProcess process = ManagedProcess.start(spec, runDirectory);
        spawned.accept(process);
        long deadline = System.nanoTime() + patience.toNanos();
        long pause = SHORTEST_PAUSE_MILLIS;
        while (!component.isReady()) {
            if (!process.isAlive()) {
                throw new SetupException(component.name() + " ended while it started. " + lastLine(spec.log()));
            }
            if (System.nanoTime() > deadline) {
                process.stop(Duration.ofSeconds(5));
                throw new SetupException(component.name() + " was not ready after " + patience.toSeconds()
                        + " seconds. " + lastLine(spec.log()));
            }
            // who takes long is asked less often: asking costs what the start itself needs
            Thread.sleep(pause);
            pause = Math.min(LONGEST_PAUSE_MILLIS, pause + pause / 4);
        }
        return process;
    }

    private static String lastLine(Path log) throws IOException {
        List<String> lines =
                Files.exists(log) ? Files.readAllLines(log, java.nio.charset.StandardCharsets.ISO_8859_1) : List.of();
        return lines.reversed().stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("at ") && !line.startsWith("..."))
                .findFirst()
                .map(line -> "Its last words in " + log + ": " + line)
                .orElse("It wrote nothing to " + log + ".");
    }
}
