package io.battlescope.local.launcher;

import io.battlescope.local.process.Component;
import io.battlescope.local.process.Java;
import io.battlescope.local.process.ProcessSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** One service as a process. It is ready when the process that was started last says so itself. */
final class ServiceComponent implements Component {

    private final Service service;
    private final Path jar;
    private final Home home;
    private final Map<String, String> environment;
    private final Predicate<Service> ready;

    /** @param jar unpacked, see {@link AppImage} */
    ServiceComponent(Service service, Path jar, Home home, Map<String, String> environment, Predicate<Service> ready) {
        this.service = service;
        this.jar = jar;
        this.home = home;
        this.environment = environment;
        this.ready = ready;
    }

    @Override
    public String name() {
        return service.serviceName();
    }

    @Override
    public void prepare() throws IOException {
        // the image was made before anything was started
    }

    @Override
    public ProcessSpec spec() {
        String mark = "-Dbattlescope.data=" + home.directory();
        List<String> command = new ArrayList<>(List.of(Java.executable(), mark));
        command.addAll(Java.options(service.heapMebibytes(), jar.resolveSibling("classes.jsa")));
        command.addAll(List.of("-Duser.timezone=UTC", "-Daxoniq.update-checker.disabled=true"));
        String more = System.getenv().getOrDefault("BATTLESCOPE_JAVA_OPTS", "").strip();
        if (!more.isEmpty()) {
            command.addAll(List.of(more.split("\\s+")));
        }
        command.add("-jar");
        command.add(jar.toString());
        return new ProcessSpec(name(), command, mark, environment, home.log(name()), "TERM");
    }

    @Override
    public boolean isReady() {
        return ready.test(service);
    }
}
