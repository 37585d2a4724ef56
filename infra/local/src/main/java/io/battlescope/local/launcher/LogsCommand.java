package io.battlescope.local.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Shows the end of the logs, and follows them. */
final class LogsCommand {

    private static final int LINES_OF_ONE = 200;
    private static final int LINES_OF_EACH = 20;
    private static final long LOOK_EVERY_MILLIS = 250;
    private static final int TAIL_BYTES = 64 * 1024;

    private final Home home;
    private final Arguments arguments;

    LogsCommand(Home home, Arguments arguments) {
        this.home = home;
        this.arguments = arguments;
    }

    int run() throws IOException, InterruptedException {
        List<String> names = names();
        List<Tail> tails = names.stream()
                .filter(name -> arguments.follow() || Files.exists(home.log(name)))
                .map(name -> new Tail(home.log(name), names.size() == 1 ? "" : String.format("%-12s | ", name)))
                .toList();
        if (tails.isEmpty()) {
            Console.complain("There are no logs under " + home.logs() + " yet.");
            return 1;
        }
        for (Tail tail : tails) {
            tail.begin(names.size() == 1 ? LINES_OF_ONE : LINES_OF_EACH);
        }
        while (arguments.follow() && !Console.isClosed()) {
            Thread.sleep(LOOK_EVERY_MILLIS);
            for (Tail tail : tails) {
                tail.continueReading();
            }
        }
        return 0;
    }

    private List<String> names() {
        List<String> known = Installation.logNames();
        known.add("build");
        String wanted = arguments.service().orElse(null);
        if (wanted == null) {
            return Installation.componentNames();
        }
        if (!known.contains(wanted)) {
            throw new Arguments.MisuseException(
                    "There is no log of " + wanted + "; there are " + String.join(", ", known) + ".");
        }
        return List.of(wanted);
    }

    /** One file, read from where it was left. */
    private static final class Tail {
        private final Path file;
        private final String prefix;
        private long position;

        private Tail(Path file, String prefix) {
            this.file = file;
            this.prefix = prefix;
        }

        private void begin(int lines) throws IOException {
            if (!Files.exists(file)) {
                return;
            }
            position = Math.max(0, Files.size(file) - TAIL_BYTES);
            boolean cut = position > 0;
            List<String> all = read();
            List<String> whole = cut && all.size() > 1 ? all.subList(1, all.size()) : all;
            show(whole.subList(Math.max(0, whole.size() - lines), whole.size()));
        }

        private void continueReading() throws IOException {
            if (!Files.exists(file)) {
                position = 0;
                return;
            }
            // a new start begins a new file
            if (Files.size(file) < position) {
                position = 0;
            }
            show(read());
        }

        /** Whole lines only; the rest waits for its end. */
        private List<String> read() throws IOException {
            try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
                in.seek(position);
                byte[] bytes = new byte[(int) Math.min(in.length() - position, 1 << 20)];
                in.readFully(bytes);
                int end = bytes.length;
                while (end > 0 && bytes[end - 1] != '\n') {
                    end--;
                }
                position += end;
                return end == 0
                        ? List.of()
                        : new String(bytes, 0, end, StandardCharsets.UTF_8)
                                .lines()
                                .toList();
            }
        }

        private void show(List<String> lines) {
            lines.forEach(line -> Console.say(prefix + line));
        }
    }
}
