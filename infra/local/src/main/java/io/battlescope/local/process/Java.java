package io.battlescope.local.process;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The JVM that runs this, for children. */
public final class Java {

    private Java() {}

    public static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * Options that every child has. Loaded classes are kept in an archive when the child ends in order for the first time, which
     * halves its later starts; an archive that does not fit any more is made anew by the JVM itself.
     */
    public static List<String> options(int heapMebibytes, Path archive) {
        return List.of(
                "-Xmx" + heapMebibytes + "m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xshare:auto",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + archive,
                // remarks on archives that do not fit any more, and on classes that none can hold
                "-Xlog:disable",
                "-Xlog:all=error,cds=off,aot=off:stderr",
                // libraries still use what newer JDKs warn of
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED");
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
