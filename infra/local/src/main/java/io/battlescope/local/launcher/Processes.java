package io.battlescope.local.launcher;

import io.battlescope.local.process.ManagedProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several processes at once. */
final class Processes {

    /** A first end in order takes longer, see {@link io.battlescope.local.process.Java#options}. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Processes() {}

    /** Stops them side by side. */
    static void stop(List<ManagedProcess> processes) throws IOException, InterruptedException {
        List<Future<Void>> ends = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (ManagedProcess process : processes) {
                ends.add(executor.submit((Callable<Void>) () -> {
                    process.stop(PATIENCE);
                    return null;
                }));
            }
        }
        for (Future<Void> end : ends) {
            try {
                end.get();
            } catch (ExecutionException e) {
                throw new IOException(
                        "A process could not be stopped: " + e.getCause().getMessage(), e);
            }
        }
    }
}
