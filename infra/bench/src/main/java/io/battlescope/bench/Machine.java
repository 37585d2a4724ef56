package io.battlescope.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where and what was measured.
 *
 * @param loadBefore the load average of the last minute, before anything was started; empty where there is none
 */
record Machine(
        int cores, String processor, String memory, String kernel, String jdk, String commit, String loadBefore) {

    static Machine look(Path root) throws IOException, InterruptedException {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                line(Path.of("/proc/cpuinfo"), "model name").orElse(System.getProperty("os.arch")),
                line(Path.of("/proc/meminfo"), "MemTotal")
                        .map(Machine::gibibytes)
                        .orElse("unknown"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"),
                commit(root),
                loadAverage());
    }

    private static String commit(Path root) throws IOException, InterruptedException {
        String commit = output(root, "git", "rev-parse", "--short=12", "HEAD");
        if (commit.isEmpty()) {
            return "unknown";
        }
        // untracked files included: they may be part of what was built
        return output(root, "git", "status", "--porcelain").isEmpty() ? commit : commit + "-modified";
    }

    private static String output(Path directory, String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? text : "";
        } catch (IOException notInstalled) {
            return "";
        }
    }

    private static String loadAverage() throws IOException {
        Path file = Path.of("/proc/loadavg");
        return Files.exists(file) ? Files.readString(file).split(" ")[0] : "";
    }

    private static Optional<String> line(Path file, String name) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Files.readString(file)
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    private static String gibibytes(String text) {
        double kibibytes = Double.parseDouble(text.replace("kB", "").strip());
        return "%.1f GiB".formatted(kibibytes / (1024 * 1024));
    }
}
