package io.battlescope.e2e.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where things lie. */
public final class Project {

    private Project() {}

    /** The directory that holds {@code infra/battlescope}, from wherever in the project the test runs. */
    public static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (directory != null && !Files.exists(directory.resolve("infra/battlescope"))) {
            directory = directory.getParent();
        }
        if (directory == null) {
            throw new IllegalStateException("The test has to run inside the project.");
        }
        return directory;
    }

    /** Real killmails, which do not belong to the project. */
    public static Path recording() {
        return root().resolveSibling("shared").resolve("data").resolve("killmails.jsonl.gz");
    }

    /** A directory for one test's files, without those of the run before. */
    public static Path freshDirectory(String name) {
        Path directory = root().resolve("infra/e2e/target/e2e").resolve(name);
        try {
            if (Files.exists(directory)) {
                try (Stream<Path> files = Files.walk(directory)) {
                    List<Path> deepestFirst =
                            files.sorted(Comparator.reverseOrder()).toList();
                    for (Path file : deepestFirst) {
                        Files.delete(file);
                    }
                }
            }
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
