package io.battlescope.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String mark = UUID.randomUUID().toString();

    @TempDir
    private Path directory;

    @AfterEach
    void leaveNothingBehind() throws IOException {
        for (ManagedProcess process : ManagedProcess.findAll(run())) {
            process.stop("KILL", PATIENCE);
        }
    }

    @Test
    void processIsFoundAgainByItsPidFile() throws IOException {
        ManagedProcess process = ManagedProcess.start(spec("sleeper", "sleep 60"), run());

        // while a program takes the place of the one that started it, its command line is empty for a moment
        await().untilAsserted(() -> assertThat(ManagedProcess.findAll(run()))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.name()).isEqualTo("sleeper");
                    assertThat(found.handle()).isEqualTo(process.handle());
                }));
        process.stop(PATIENCE);
        assertThat(process.isAlive()).isFalse();
        assertThat(run()).isEmptyDirectory();
    }

    @Test
    void processThatIgnoresTheSignalIsEndedAllTheSame() throws IOException {
        ManagedProcess process =
                ManagedProcess.start(spec("stubborn", "trap '' TERM; echo deaf; while :; do sleep 1; done"), run());
        await().until(() -> Files.readString(log("stubborn")).contains("deaf"));

        process.stop(Duration.ofMillis(200));

        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void pidGivenToAnotherProgramSinceIsNotBelieved() throws IOException {
        PidFile pidFile = new PidFile(run().resolve("other.pid"));
        pidFile.write(ProcessHandle.current(), "no such word on this command line " + mark, "TERM");

        assertThat(pidFile.process()).isEmpty();
        assertThat(ManagedProcess.findAll(run())).isEmpty();
    }

    @Test
    void processStartedAtAnotherTimeIsNotBelieved() throws IOException {
        ManagedProcess process = ManagedProcess.start(spec("sleeper", "sleep 60"), run());
        PidFile pidFile = new PidFile(run().resolve("sleeper.pid"));
        String[] lines = Files.readString(pidFile.file()).split("\n");
        Files.writeString(
                pidFile.file(),
                String.join("\n", lines[0], Long.toString(Long.parseLong(lines[1]) - 60_000), lines[2], lines[3]));

        assertThat(pidFile.process()).isEmpty();
        assertThat(process.isAlive()).isTrue();
        pidFile.write(process.handle(), mark, "TERM");
    }

    @Test
    void damagedPidFileIsNotBelieved() throws IOException {
        Files.createDirectories(run());
        Files.writeString(run().resolve("damaged.pid"), "12");
        Files.writeString(run().resolve("worse.pid"), "a\nb\nc\nd\n");

        assertThat(ManagedProcess.findAll(run())).isEmpty();
    }

    @Test
    void componentThatEndsWhileStartingIsToldWithItsLastWords() {
        Component component = component(spec("broken", "echo no space on device; exit 3"), () -> false);

        assertThatThrownBy(() -> new Starter(run(), PATIENCE).start(component))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("broken ended while it started")
                .hasMessageContaining("no space on device");
    }

    @Test
    void componentThatIsNeverReadyIsStopped() throws IOException {
        Component component = component(spec("slow", "sleep 60"), () -> false);

        assertThatThrownBy(() -> new Starter(run(), Duration.ofMillis(300)).start(component))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("slow was not ready");
        assertThat(ManagedProcess.findAll(run())).isEmpty();
    }

    private Component component(ProcessSpec spec, BooleanSupplier ready) {
        return new Component() {
            @Override
            public String name() {
                return spec.name();
            }

            @Override
            public void prepare() {}

            @Override
            public ProcessSpec spec() {
                return spec;
            }

            @Override
            public boolean isReady() {
                return ready.getAsBoolean();
            }
        };
    }

    private ProcessSpec spec(String name, String script) {
        // a second command keeps the shell from replacing itself, and its command line with it
        return new ProcessSpec(
                name, List.of("sh", "-c", script + "; : " + mark), mark, Map.of("LC_ALL", "C"), log(name), "TERM");
    }

    private Path log(String name) {
        return directory.resolve("logs").resolve(name + ".log");
    }

    private Path run() {
        return directory.resolve("run");
    }
}
