package io.battlescope.local.launcher;

import io.battlescope.local.process.Component;
import io.battlescope.local.process.ManagedProcess;
import io.battlescope.local.process.SetupException;
import io.battlescope.local.process.Starter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starts components and starts again what dies, until told to stop. */
final class Supervisor {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    /** Who lives as long as this has forgotten earlier deaths. */
    private static final Duration HEALTHY = Duration.ofSeconds(60);

    private static final int START_ATTEMPTS = 3;
    private static final Duration END_OF_WATCHING = Duration.ofSeconds(10);
    private static final long FULL_MEBIBYTES = 100;

    private final Home home;
    private final Starter starter;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, ManagedProcess> processes = new LinkedHashMap<>();
    private final AtomicBoolean full = new AtomicBoolean();
    private volatile boolean stopping;

    Supervisor(Home home, Duration patience) {
        this.home = home;
        this.starter = new Starter(home.run(), patience);
    }

    /** Starts them side by side, returns when all are ready, and watches them from then on. */
    void start(List<Component> components, Instant since) throws InterruptedException, IOException {
        List<Future<?>> starting = new ArrayList<>();
        for (Component component : components) {
            starting.add(executor.submit((Callable<Void>) () -> {
                ManagedProcess process = startPatiently(component);
                Console.say(String.format("  %-14s ready after %s", component.name(), Console.seconds(since)));
                executor.submit((Callable<Void>) () -> watch(component, process));
                return null;
            }));
        }
        for (Future<?> each : starting) {
            try {
                each.get();
            } catch (ExecutionException e) {
                throw unwrapped(e);
            }
        }
    }

    /** Ends all watching, then the given processes side by side. */
    void stop(List<String> names) throws InterruptedException, IOException {
        stopping = true;
        executor.shutdownNow();
        if (!executor.awaitTermination(END_OF_WATCHING.toSeconds(), TimeUnit.SECONDS)) {
            Console.complain("A start that was under way did not give up in time.");
        }
        Processes.stop(running(names));
    }

    private synchronized List<ManagedProcess> running(List<String> names) {
        return processes.values().stream()
                .filter(process -> names.contains(process.name()))
                .toList();
    }

    private synchronized void remember(ManagedProcess process) {
        processes.put(process.name(), process);
    }

    /** A service may meet others that are not there yet, so one early end is no failure. */
    private ManagedProcess startPatiently(Component component) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return starter.start(component, this::remember);
            } catch (SetupException e) {
                sayIfFull();
                if (attempt == START_ATTEMPTS || stopping) {
                    throw e;
                }
                Thread.sleep(FIRST_PAUSE.multipliedBy(attempt));
            }
        }
    }

    private Void watch(Component component, ManagedProcess first) throws InterruptedException {
        ManagedProcess process = first;
        Instant started = Instant.now();
        Duration pause = FIRST_PAUSE;
        while (true) {
            awaitEnd(process);
            if (stopping) {
                return null;
            }
            pause = Duration.between(started, Instant.now()).compareTo(HEALTHY) > 0 ? FIRST_PAUSE : pause;
            Console.say(component.name() + " (pid " + process.handle().pid() + ") has died; it is started again.");
            sayIfFull();
            process = startAgain(component, pause);
            started = Instant.now();
            pause = longer(pause);
        }
    }

    private ManagedProcess startAgain(Component component, Duration firstPause) throws InterruptedException {
        Instant since = Instant.now();
        Duration pause = firstPause;
        while (true) {
            Thread.sleep(pause);
            try {
                ManagedProcess process = starter.start(component, this::remember);
                Console.say(component.name() + " is back after " + Console.seconds(since) + " (pid "
                        + process.handle().pid() + ").");
                return process;
            } catch (SetupException | IOException e) {
                pause = longer(pause);
                Console.say(component.name() + " did not come back, next attempt in " + pause.toSeconds() + " s: "
                        + e.getMessage());
                sayIfFull();
            }
        }
    }

    private void sayIfFull() {
        try {
            long free = home.freeMebibytes();
            // once for each time it fills up, not for each death
            if (free < FULL_MEBIBYTES && !full.getAndSet(true)) {
                Console.say("The disk is full: only " + free + " MiB are free under " + home.directory()
                        + ". Free some space; what has died then comes back by itself.");
            } else if (free >= FULL_MEBIBYTES) {
                full.set(false);
            }
        } catch (IOException e) {
            Console.say("The free space under " + home.directory() + " cannot be told: " + e.getMessage());
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private static void awaitEnd(ManagedProcess process) throws InterruptedException {
        try {
            process.onExit().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot watch " + process.name() + ".", e);
        }
    }

    private static IOException unwrapped(ExecutionException e) throws InterruptedException {
        return switch (e.getCause()) {
            case RuntimeException failure -> throw failure;
            case InterruptedException interrupted -> throw interrupted;
            case IOException failure -> failure;
            case null, default -> new IOException(e.getCause());
        };
    }
}
