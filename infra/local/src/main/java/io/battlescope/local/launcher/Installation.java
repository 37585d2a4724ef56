package io.battlescope.local.launcher;

import io.battlescope.local.infrastructure.KafkaServer;
import io.battlescope.local.infrastructure.PostgresServer;
import io.battlescope.local.infrastructure.RedisServer;
import io.battlescope.local.process.ManagedProcess;
import io.battlescope.local.process.PidFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What commands have to know of each other: who runs, since when, and on which port. */
final class Installation {

    static final List<String> SERVERS = List.of(PostgresServer.NAME, KafkaServer.NAME, RedisServer.NAME);

    private Installation() {}

    /** The project's directory, as the script that starts the launcher knows it. */
    static Path root() {
        return Path.of(System.getProperty("battlescope.root", "")).toAbsolutePath();
    }

    /** Where the launcher itself was started from. */
    static Path ownImage() {
        try {
            return Path.of(Launcher.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Cannot tell where the launcher is.", e);
        }
    }

    /** Whatever is started after the servers, and stopped before them. */
    static List<String> programNames() {
        List<String> names = new ArrayList<>(Service.names());
        names.add(SimulatorComponent.NAME);
        return names;
    }

    static List<String> componentNames() {
        List<String> names = new ArrayList<>(SERVERS);
        names.addAll(programNames());
        return names;
    }

    static List<String> logNames() {
        List<String> names = componentNames();
        names.add("launcher");
        return names;
    }

    /** Not *.pid, which are the children's. */
    static Path launcherPid(Home home) {
        return home.run().resolve("launcher");
    }

    static void remember(Home home, int gatewayPort) throws IOException {
        new PidFile(launcherPid(home)).write(ProcessHandle.current(), Launcher.class.getName(), "TERM");
        Files.writeString(home.run().resolve("gateway-port"), gatewayPort + "\n");
    }

    static Optional<ProcessHandle> launcher(Home home) throws IOException {
        return new PidFile(launcherPid(home)).process();
    }

    static String url(Home home) throws IOException {
        Path file = home.run().resolve("gateway-port");
        return "http://127.0.0.1:"
                + (Files.exists(file) ? Files.readString(file).strip() : Arguments.DEFAULT_PORT);
    }

    static String alreadyRuns(Home home) {
        try {
            String pid = launcher(home)
                    .map(process -> " (pid " + process.pid() + ")")
                    .orElse("");
            return "BattleScope already runs on " + home.directory() + pid + ", see " + url(home)
                    + "; `infra/battlescope stop` ends it, --data DIR starts another.";
        } catch (IOException e) {
            return "BattleScope already runs on " + home.directory() + ".";
        }
    }

    /** Stops what is still running without a launcher. */
    static int stopLeftovers(Home home, String whose) throws IOException, InterruptedException {
        List<ManagedProcess> left = ManagedProcess.findAll(home.run());
        if (!left.isEmpty()) {
            Console.say("Stopping " + left.size() + " processes left behind by " + whose + ".");
        }
        Processes.stop(left.stream()
                .filter(process -> !SERVERS.contains(process.name()))
                .toList());
        Processes.stop(left.stream()
                .filter(process -> SERVERS.contains(process.name()))
                .toList());
        return left.size();
    }
}
