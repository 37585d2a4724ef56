package io.battlescope.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.battlescope.local.infrastructure.Infrastructure;
import io.battlescope.local.process.Component;
import io.battlescope.local.process.ManagedProcess;
import io.battlescope.local.process.PidFile;
import io.battlescope.local.process.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @Test
    void killedServersComeBackUntilTheyAreStopped() throws Exception {
        Home home = new Home(directory);
        Ports ports = Ports.settle(home.ports(), Infrastructure.PORTS);
        List<Component> servers = Infrastructure.of(home.binaries(), directory, home.logs(), ports)
                .components();
        Supervisor supervisor = new Supervisor(home, PATIENCE);
        try {
            supervisor.start(servers, Instant.now());
            for (Component server : servers) {
                ProcessHandle first = process(home, server).orElseThrow();
                first.destroyForcibly();

                await().atMost(PATIENCE).untilAsserted(() -> {
                    assertThat(process(home, server)).isPresent().get().isNotEqualTo(first);
                    assertThat(server.isReady()).isTrue();
                });
            }
        } finally {
            supervisor.stop(Installation.SERVERS);
        }
        assertThat(ManagedProcess.findAll(home.run())).isEmpty();
        assertThat(servers).noneMatch(Component::isReady);
    }

    private static Optional<ProcessHandle> process(Home home, Component server) throws IOException {
        return new PidFile(home.run().resolve(server.name() + ".pid")).process();
    }
}
