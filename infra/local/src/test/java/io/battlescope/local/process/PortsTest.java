package io.battlescope.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    private static final List<String> NAMES = List.of("postgres", "kafka", "redis");

    @TempDir
    private Path directory;

    @Test
    void portsAreChosenOnceAndRemembered() throws IOException {
        Ports first = Ports.settle(file(), NAMES);
        Ports second = Ports.settle(file(), NAMES);

        assertThat(NAMES).allSatisfy(name -> assertThat(second.of(name)).isEqualTo(first.of(name)));
        assertThat(NAMES.stream().map(first::of).distinct()).hasSize(3);
        assertThat(Ports.remembered(file()).of("kafka")).isEqualTo(first.of("kafka"));
    }

    @Test
    void onlyThePortThatSomebodyTookIsChosenAgain() throws IOException {
        Ports before = Ports.settle(file(), NAMES);

        try (ServerSocket somebody = new ServerSocket(before.of("kafka"), 1, InetAddress.getLoopbackAddress())) {
            Ports after = Ports.settle(file(), NAMES);

            assertThat(after.of("kafka")).isNotEqualTo(somebody.getLocalPort());
            assertThat(after.of("postgres")).isEqualTo(before.of("postgres"));
            assertThat(after.of("redis")).isEqualTo(before.of("redis"));
        }
    }

    @Test
    void portTakenOnEveryAddressIsTakenHereToo() throws IOException {
        try (ServerSocket somebody = new ServerSocket(0)) {
            assertThat(Ports.isFree(somebody.getLocalPort())).isFalse();
        }
    }

    @Test
    void whatIsNoPortIsIgnored() throws IOException {
        Files.writeString(file(), "postgres=many\nkafka=\n");

        assertThat(Ports.settle(file(), NAMES).of("postgres")).isBetween(20_000, 32_000);
    }

    @Test
    void nameThatWasNeverSettledIsRefused() throws IOException {
        Ports ports = Ports.settle(file(), NAMES);

        assertThat(ports.has("elsewhere")).isFalse();
        assertThatThrownBy(() -> ports.of("elsewhere")).hasMessageContaining("elsewhere");
    }

    private Path file() {
        return directory.resolve("ports.properties");
    }
}
