package io.battlescope.local.launcher;

import io.battlescope.local.infrastructure.Databases;
import io.battlescope.local.infrastructure.Infrastructure;
import io.battlescope.local.infrastructure.Topics;
import io.battlescope.local.process.Component;
import io.battlescope.local.process.PidFile;
import io.battlescope.local.process.Ports;
import io.battlescope.local.process.SetupException;
import io.battlescope.local.process.Trees;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Starts everything, keeps it running, and stops it in order. */
final class UpCommand {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Home home;
    private final Arguments arguments;
    private final Feed feed;
    private final Instant begin = Instant.now();
    private final Supervisor supervisor;

    UpCommand(Home home, Arguments arguments) {
        this.home = home;
        this.arguments = arguments;
        this.feed = arguments.feed().orElse(new Feed(Feed.Kind.R2Z2, null));
        this.supervisor = new Supervisor(home, PATIENCE);
    }

    int run() throws IOException, InterruptedException, SQLException {
        feed.check();
        home.create();
        home.checkSpace();
        FileLock lock = home.lock().orElseThrow(() -> new SetupException(Installation.alreadyRuns(home)));
        Installation.stopLeftovers(home, "a launcher that was killed");
        checkGatewayPort();
        home.rotateLogs(Installation.logNames());
        Installation.remember(home, arguments.port());
        Shutdown shutdown = new Shutdown(home, supervisor);
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown, "stop"));
        try {
            start();
            // unpacking and starting took more memory than watching does; the services can use it better
            System.gc();
            new CountDownLatch(1).await();
            return 0;
        } catch (IOException | InterruptedException | SQLException | RuntimeException e) {
            shutdown.failed();
            throw e;
        } finally {
            // held, not closed: the end of the process releases it, after the shutdown hook
            if (!lock.isValid()) {
                Console.complain("The lock on " + home.directory() + " was lost.");
            }
        }
    }

    private void start() throws IOException, InterruptedException, SQLException {
        Console.say("BattleScope starts with feed " + feed.value() + "; its data are in " + home.directory());
        mentionContact();
        mentionOtherFeed();
        List<String> names = new ArrayList<>(Infrastructure.PORTS);
        names.add(SimulatorComponent.NAME);
        Ports ports = Ports.settle(home.ports(), names);
        AdminToken token = AdminToken.settle(home.adminToken(), System.getenv());
        if (token.isNew()) {
            // at once: should anything fail from here on, it would be new to nobody the next time
            Console.say(token.explained(home.adminToken(), arguments.port()));
        }
        Infrastructure servers = Infrastructure.of(home.binaries(), home.directory(), home.logs(), ports);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Map<String, Path>> images = executor.submit(this::unpackPrograms);
            supervisor.start(servers.components(), begin);
            Databases.createAll(servers.postgres().port());
            Topics.createAll(servers.kafka().address(), "");
            Console.say(String.format("  %-14s ready after %s", "topics", Console.seconds(begin)));
            supervisor.start(services(ports, token, result(images)), begin);
        }
        Console.say("BattleScope is ready after " + Console.seconds(begin) + ": http://127.0.0.1:" + arguments.port()
                + "  (battles at /api/v1/battles, the contract at /docs; Ctrl-C stops it)");
    }

    private List<Component> services(Ports ports, AdminToken token, Map<String, Path> images) {
        ServiceEnvironment environment =
                new ServiceEnvironment(ports, feed, arguments.rate(), arguments.port(), token, System.getenv());
        Readiness readiness = new Readiness(home, new StatusBoard(ports.of("redis")), arguments.port());
        List<Component> components = new ArrayList<>();
        if (feed.kind() == Feed.Kind.DEMO) {
            Path jar = images.get(SimulatorComponent.NAME);
            components.add(new SimulatorComponent(jar, home, ports.of(SimulatorComponent.NAME), arguments.rate()));
        }
        for (Service service : Service.values()) {
            Path jar = images.get(service.serviceName());
            components.add(new ServiceComponent(service, jar, home, environment.of(service), readiness::test));
        }
        return components;
    }

    private Map<String, Path> unpackPrograms() throws IOException, InterruptedException {
        Path root = Installation.root();
        Map<String, Path> images = new HashMap<>();
        for (Service service : Service.values()) {
            images.put(service.serviceName(), unpacked(service.serviceName(), service.jar(root)));
        }
        if (feed.kind() == Feed.Kind.DEMO) {
            images.put(
                    SimulatorComponent.NAME,
                    AppImage.copied(SimulatorComponent.NAME, SimulatorComponent.jar(root), home.apps()));
        }
        forgetOldImages(images);
        return images;
    }

    private Path unpacked(String name, Path jar) throws IOException, InterruptedException {
        return AppImage.unpacked(name, jar, home.apps(), home.log("launcher"));
    }

    private void forgetOldImages(Map<String, Path> images) throws IOException {
        Set<Path> used =
                new HashSet<>(images.values().stream().map(Path::getParent).toList());
        used.add(Installation.ownImage());
        try (DirectoryStream<Path> all = Files.newDirectoryStream(home.apps())) {
            for (Path image : all) {
                if (!used.contains(image)) {
                    Trees.delete(image);
                }
            }
        }
    }

    private void checkGatewayPort() {
        if (!Ports.isFree(arguments.port())) {
            throw new SetupException(
                    "Port " + arguments.port() + " is taken by another program; choose another with --port.");
        }
    }

    private void mentionContact() {
        if (feed.kind() == Feed.Kind.R2Z2
                && System.getenv().getOrDefault("BATTLESCOPE_CONTACT", "").isBlank()) {
            Console.say(
                    "zKillboard asks those who read its feed to say how they can be reached: please set BATTLESCOPE_CONTACT"
                            + " to an e-mail address or the name of a pilot.");
        }
    }

    private void mentionOtherFeed() throws IOException {
        if (Files.exists(home.feed())) {
            String before = Files.readString(home.feed()).strip();
            if (!before.equals(feed.value())) {
                Console.say("The data were begun with feed " + before + " and now " + feed.value()
                        + " is added; --data DIR keeps feeds apart, `infra/battlescope reset` begins anew.");
            }
        } else {
            Files.writeString(home.feed(), feed.value() + "\n");
        }
    }

    private static Map<String, Path> result(Future<Map<String, Path>> images) throws IOException, InterruptedException {
        try {
            return images.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IOException(
                    "The services could not be unpacked: " + e.getCause().getMessage(), e);
        }
    }

    /** Runs at Ctrl-C, at {@code stop}, and when the start has failed. */
    private static final class Shutdown implements Runnable {
        private final Home home;
        private final Supervisor supervisor;
        private volatile int result;
        private volatile boolean begun;

        private Shutdown(Home home, Supervisor supervisor) {
            this.home = home;
            this.supervisor = supervisor;
        }

        /** A start that Ctrl-C interrupts has not failed. */
        private void failed() {
            if (!begun) {
                result = 1;
            }
        }

        @Override
        public void run() {
            begun = true;
            Instant since = Instant.now();
            try {
                Console.say("BattleScope stops …");
                supervisor.stop(Installation.programNames());
                supervisor.stop(Installation.SERVERS);
                new PidFile(Installation.launcherPid(home)).delete();
                Console.say("BattleScope has stopped after " + Console.seconds(since) + ".");
            } catch (InterruptedException | IOException e) {
                Console.complain("Not everything stopped in order: " + e.getMessage());
                result = 1;
            }
            // a stop that was asked for is a success, whatever signal asked
            Runtime.getRuntime().halt(result);
        }
    }
}
