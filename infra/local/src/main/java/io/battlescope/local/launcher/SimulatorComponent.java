package io.battlescope.local.launcher;

import io.battlescope.local.process.Component;
import io.battlescope.local.process.Java;
import io.battlescope.local.process.ProcessSpec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The simulated New Eden behind {@code --feed demo}. It keeps its world in the data directory, so that it goes on where it was. */
final class SimulatorComponent implements Component {

    static final String NAME = "simulator";

    /** Where its numbered feed begins, in every world. */
    static final long FIRST_SEQUENCE = 97_000_001;

    /** For hundreds of thousands of kills: a world that is asked for thousands a second keeps those that nobody has posted yet. */
    private static final int HEAP_MEBIBYTES = 512;

    private final Path jar;
    private final Home home;
    private final int port;
    private final Optional<String> rate;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    /** @param jar a copy, see {@link AppImage} */
    SimulatorComponent(Path jar, Home home, int port, Optional<String> rate) {
        this.jar = jar;
        this.home = home;
        this.port = port;
        this.rate = rate;
    }

    /** The runnable jar as the build left it. */
    static Path jar(Path root) throws IOException {
        return Service.jar(root, "infra/simulator", NAME);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void prepare() throws IOException {
        // it makes its directory itself
    }

    @Override
    public ProcessSpec spec() {
        String mark = "-Dbattlescope.data=" + home.directory();
        List<String> command = new ArrayList<>(List.of(Java.executable(), mark));
        command.addAll(Java.options(HEAP_MEBIBYTES, jar.resolveSibling("classes.jsa")));
        command.addAll(List.of("-jar", jar.toString(), "--port", Integer.toString(port)));
        command.addAll(List.of("--data", home.simulator().toString()));
        rate.ifPresent(value -> command.addAll(List.of("--rate", value)));
        return new ProcessSpec(NAME, command, mark, Map.of(), home.log(NAME), "TERM");
    }

    @Override
    public boolean isReady() {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sim/status"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException startingUp) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
