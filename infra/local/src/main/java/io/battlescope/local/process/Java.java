package io.battlescope.local.process;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The JVM that runs this, for children. */
public final class Java {

    private Java() {}

    public static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * Class path for children that run a main class of this module. Not the own {@code java.class.path}: in a test that is a
     * temporary file.
     */
    public static String classPath() {
        Path here = ownLocation();
        Path libraries = here.resolveSibling("lib");
        if (!Files.isDirectory(libraries)) {
            throw new SetupException(
                    "The libraries of infra/local are missing under " + libraries + "; ./mvnw package builds them.");
        }
        return here + ":" + libraries + "/*";
    }

    private static Path ownLocation() {
        try {
            return Path.of(Java.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Cannot tell where the own classes are.", e);
        }
    }
}
