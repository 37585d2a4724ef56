package io.battlescope.local.launcher;

import io.battlescope.local.process.SetupException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The services: their modules and what heap each may take. */
enum Service {
    INGESTION("ingestion", "ingestion", 256),
    ENRICHMENT("enrichment", "enrichment", 256),
    COMMAND_SIDE("command-side", "command-side", 512),
    PROJECTION("projection", "query-side/projection", 448),
    API_GATEWAY("api-gateway", "api-gateway", 256);

    private final String serviceName;
    private final String module;
    private final int heapMebibytes;

    Service(String serviceName, String module, int heapMebibytes) {
        this.serviceName = serviceName;
        this.module = module;
        this.heapMebibytes = heapMebibytes;
    }

    String serviceName() {
        return serviceName;
    }

    int heapMebibytes() {
        return heapMebibytes;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Service::serviceName).toList();
    }

    /** The runnable jar as the build left it. */
    Path jar(Path root) throws IOException {
        return jar(root, module, serviceName);
    }

    static Path jar(Path root, String module, String name) throws IOException {
        Path target = root.resolve(module).resolve("target");
        if (Files.isDirectory(target)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "*-exec.jar")) {
                for (Path jar : jars) {
                    return jar;
                }
            }
        }
        throw new SetupException("The runnable jar of " + name + " is missing under " + target
                + "; `./mvnw package -DskipTests` builds it.");
    }
}
