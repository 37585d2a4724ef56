package io.battlescope.local.launcher;

import io.battlescope.local.process.PidFile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Stops from another terminal what {@code up} has started, or what a killed {@code up} has left. */
final class StopCommand {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Home home;

    StopCommand(Home home) {
        this.home = home;
    }

    int run() throws IOException, InterruptedException {
        Instant since = Instant.now();
        Optional<ProcessHandle> launcher = Installation.launcher(home);
        boolean stopped = launcher.isPresent();
        if (launcher.isPresent() && !end(launcher.get())) {
            Console.complain("The launcher (pid " + launcher.get().pid() + ") is still stopping after "
                    + PATIENCE.toSeconds() + " seconds; " + home.logs() + " may tell why.");
            return 1;
        }
        stopped |= Installation.stopLeftovers(home, "a launcher that is gone") > 0;
        new PidFile(Installation.launcherPid(home)).delete();
        Console.say(
                stopped
                        ? "BattleScope on " + home.directory() + " has stopped after " + Console.seconds(since) + "."
                        : "BattleScope does not run on " + home.directory() + "; there is nothing to stop.");
        return 0;
    }

    private static boolean end(ProcessHandle launcher) throws InterruptedException {
        launcher.destroy();
        try {
            launcher.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot wait for the launcher to end.", e);
        }
    }
}
