package io.battlescope.local.launcher;

import io.battlescope.local.admin.AdminArguments;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was asked for on the command line. */
record Arguments(
        Command command,
        Path data,
        Optional<Feed> feed,
        Optional<String> rate,
        int port,
        Optional<String> service,
        boolean follow,
        boolean yes) {

    static final int DEFAULT_PORT = 8080;

    private static final int FASTEST_DEMO = 5_000;

    static final String USAGE = """
            infra/battlescope up [--feed r2z2|demo|file:PATH] [--rate N] [--port 8080]   starts everything; Ctrl-C stops it
            infra/battlescope status                                                     what runs, and how far it is
            infra/battlescope stop                                                       stops it from another terminal
            infra/battlescope logs [SERVICE] [-f]                                        its logs; -f follows them
            infra/battlescope reset [--yes]                                              forgets all data

            All of them: --data DIR (else BATTLESCOPE_DATA, else ~/.battlescope).
            --feed  r2z2 is the live feed of zKillboard and the default; demo is a simulated New Eden; file:PATH is a recorded
                    stream, one killmail a line, .jsonl or .jsonl.gz
            --rate  killmails a second, for demo (at most 5000; 0.5 where it is left out) and file: (as fast as possible)

            For admins, while it runs (docs/operating.md says when):
            """ + AdminArguments.usage();

    enum Command {
        UP(Set.of("--feed", "--rate", "--port", "--data")),
        STATUS(Set.of("--data")),
        STOP(Set.of("--data")),
        LOGS(Set.of("--data", "-f", "--follow")),
        RESET(Set.of("--data", "--yes", "-y")),
        HELP(Set.of());

        private final Set<String> options;

        Command(Set<String> options) {
            this.options = options;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The command line is not one of ours; the message says why. */
    static final class MisuseException extends RuntimeException {
        private static final long serialVersionUID = 1;

        MisuseException(String sentence) {
            super(sentence);
        }
    }

    static Arguments parse(String[] args, Map<String, String> environment) {
        Deque<String> words = new ArrayDeque<>();
        for (String arg : args) {
            // --port=8081 is --port 8081
            if (arg.startsWith("--") && arg.contains("=")) {
                words.add(arg.substring(0, arg.indexOf('=')));
                words.add(arg.substring(arg.indexOf('=') + 1));
            } else {
                words.add(arg);
            }
        }
        if (words.stream().anyMatch(word -> Set.of("-h", "--help").contains(word)) || words.isEmpty()) {
            return new Builder(Command.HELP, environment).build();
        }
        String first = words.poll();
        Command command = EnumSet.allOf(Command.class).stream()
                .filter(known -> known.word().equals(first))
                .findFirst()
                .orElseThrow(() -> new MisuseException("There is no command " + first + "; there are "
                        + String.join(", ", words()) + "; and for admins " + AdminArguments.verbs() + "."));
        return read(new Builder(command, environment), words).build();
    }

    /** Where the data are, wherever the command line has not said so. */
    static Path dataDirectory(Optional<Path> named, Map<String, String> environment) {
        Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
        Path usual = environment.containsKey("BATTLESCOPE_DATA")
                ? Path.of(environment.get("BATTLESCOPE_DATA"))
                : home.resolve(".battlescope");
        return named.orElse(usual).toAbsolutePath().normalize();
    }

    private static Builder read(Builder builder, Deque<String> words) {
        while (!words.isEmpty()) {
            String word = words.poll();
            if (!word.startsWith("-")) {
                builder.word(word);
                continue;
            }
            if (!builder.command.options.contains(word)) {
                throw new MisuseException("Unknown option " + word + " for " + builder.command.word()
                        + "; `infra/battlescope help` shows what there is.");
            }
            switch (word) {
                case "-f", "--follow" -> builder.follow = true;
                case "-y", "--yes" -> builder.yes = true;
                default -> builder.option(word, value(word, words));
            }
        }
        return builder;
    }

    private static String value(String option, Deque<String> words) {
        String value = words.poll();
        if (value == null || value.isBlank()) {
            throw new MisuseException("Option " + option + " needs a value.");
        }
        return value;
    }

    private static List<String> words() {
        return Arrays.stream(Command.values()).map(Command::word).toList();
    }

    private static final class Builder {
        private final Command command;
        private final Map<String, String> environment;
        private Path data;
        private Feed feed;
        private String rate;
        private int port = DEFAULT_PORT;
        private String service;
        private boolean follow;
        private boolean yes;

        private Builder(Command command, Map<String, String> environment) {
            this.command = command;
            this.environment = environment;
        }

        private void word(String word) {
            if (command != Command.LOGS || service != null) {
                throw new MisuseException("It is not clear what " + word
                        + " means here; `infra/battlescope help` shows what" + " there is.");
            }
            service = word;
        }

        private void option(String option, String value) {
            switch (option) {
                case "--data" -> data = Path.of(value);
                case "--feed" -> feed = Feed.parse(value);
                case "--rate" -> rate = rate(value);
                case "--port" -> port = port(value);
                default -> throw new IllegalArgumentException(option);
            }
        }

        private Arguments build() {
            if (feed == null && environment.containsKey("BATTLESCOPE_FEED")) {
                feed = Feed.parse(environment.get("BATTLESCOPE_FEED"));
            }
            if (rate != null && (feed == null || feed.kind() == Feed.Kind.R2Z2)) {
                throw new MisuseException(
                        "--rate is for --feed demo and --feed file:PATH; the live feed has its own pace.");
            }
            if (rate != null && feed.kind() == Feed.Kind.DEMO && Double.parseDouble(rate) > FASTEST_DEMO) {
                throw new MisuseException(
                        "The simulated New Eden has at most " + FASTEST_DEMO + " killmails a second.");
            }
            return new Arguments(
                    command,
                    dataDirectory(Optional.ofNullable(data), environment),
                    Optional.ofNullable(feed),
                    Optional.ofNullable(rate),
                    port,
                    Optional.ofNullable(service),
                    follow,
                    yes);
        }

        private static String rate(String value) {
            if (!value.matches("\\d{1,7}(\\.\\d{1,6})?") || Double.parseDouble(value) <= 0) {
                throw new MisuseException(
                        "--rate wants a number of killmails a second, such as 100; " + value + " is none.");
            }
            return value;
        }

        private static int port(String value) {
            if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65535) {
                throw new MisuseException("--port wants a number from 1 to 65535; " + value + " is none.");
            }
            return Integer.parseInt(value);
        }
    }
}
