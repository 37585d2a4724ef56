package io.battlescope.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Reads command lines of processes, and finds programs. */
public final class CommandLines {

    private static final Optional<Path> SETSID = find("setsid");

    private CommandLines() {}

    /** Empty when the process is gone or belongs to somebody whose command lines are hidden. */
    public static Optional<String> of(ProcessHandle process) {
        Path cmdline = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        if (Files.exists(cmdline)) {
            // ProcessHandle cuts long command lines off, and class paths are long
            try {
                String text = Files.readString(cmdline, StandardCharsets.ISO_8859_1);
                return text.isEmpty() ? Optional.empty() : Optional.of(text.replace('\0', ' '));
            } catch (IOException gone) {
                return Optional.empty();
            }
        }
        return process.info().commandLine();
    }

    /** The program of that name on the PATH. */
    public static Optional<Path> find(String program) {
        String path = System.getenv().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin") + ":/usr/sbin:/sbin";
        return Stream.of(path.split(":"))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** In a session of its own, where the system can do that, so that Ctrl-C in the terminal does not reach it. */
    public static List<String> detached(List<String> command) {
        return SETSID.map(setsid -> Stream.concat(Stream.of(setsid.toString()), command.stream())
                        .toList())
                .orElse(command);
    }

    /** Runs a short command to its end; its output is of no interest. */
    public static boolean succeeds(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
