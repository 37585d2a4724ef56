package io.battlescope.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/**
 * What was asked for on the command line.
 *
 * @param data where the directories of the runs are made and removed again
 * @param rate killmails a second of the freshness run
 * @param seconds that are measured of the freshness run, after the warm-up
 * @param timeoutSeconds for everything together
 */
record Options(
        Path feed,
        Path data,
        double rate,
        int seconds,
        int warmUpSeconds,
        int timeoutSeconds,
        Set<Run> runs,
        boolean save,
        boolean help) {

    static final String USAGE = """
            infra/bench/run [--feed FILE.jsonl[.gz]] [--data DIR] [--rate N] [--seconds S] [--save]

            Replays killmails through the whole system and prints a report in Markdown.
            --feed      one killmail a line; default: ../shared/data/killmails.jsonl.gz beside the project
            --data      where the runs keep their data while they last; default: infra/bench/target
            --rate      killmails a second of the freshness run; default 100
            --seconds   how long freshness is measured; default 60
            --warm-up   seconds at that rate before; default 20
            --only      full-speed or freshness, for one of the two runs alone
            --timeout   seconds after which everything is stopped; default 900
            --save      also write the report to infra/bench/results""";

    private static final String NO_FEED = """
            There is no recording at %s. Name one with --feed FILE: .jsonl or .jsonl.gz, one killmail a line as ESI gives it, with \
            killmail_hash. EVE Ref publishes those of every day, for example:
              curl -s https://data.everef.net/killmails/2021/killmails-2021-11-28.tar.bz2 | tar -xjO | jq -c . | gzip > killmails.jsonl.gz""";

    enum Run {
        FULL_SPEED,
        FRESHNESS
    }

    static Options parse(String[] words, Path root) {
        Builder builder = new Builder(root);
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            int equals = word.indexOf('=');
            if (word.equals("--save")) {
                builder.save = true;
            } else if (word.equals("--help") || word.equals("-h")) {
                builder.help = true;
            } else if (word.startsWith("--") && equals > 0) {
                builder.set(word.substring(0, equals), word.substring(equals + 1));
            } else if (i + 1 < words.length) {
                i++;
                builder.set(word, words[i]);
            } else {
                throw new BenchException("Option " + word + " is unknown or needs a value; see --help.");
            }
        }
        return builder.build();
    }

    private static final class Builder {
        private Path feed;
        private Path data;
        private double rate = 100;
        private int seconds = 60;
        private int warmUp = 20;
        private int timeout = 900;
        private Set<Run> runs = EnumSet.allOf(Run.class);
        private boolean save;
        private boolean help;

        private Builder(Path root) {
            feed = root.resolve("../shared/data/killmails.jsonl.gz");
            data = root.resolve("infra/bench/target");
        }

        private void set(String option, String value) {
            switch (option) {
                case "--feed" -> feed = Path.of(value.startsWith("file:") ? value.substring(5) : value);
                case "--data" -> data = Path.of(value);
                case "--rate" -> rate = number(option, value);
                case "--seconds" -> seconds = (int) number(option, value);
                case "--warm-up" -> warmUp = (int) number(option, value);
                case "--timeout" -> timeout = (int) number(option, value);
                case "--only" -> runs = EnumSet.of(run(value));
                default -> throw new BenchException("There is no option " + option + "; see --help.");
            }
        }

        private Options build() {
            Path file = feed.toAbsolutePath().normalize();
            if (!help && !Files.isReadable(file)) {
                throw new BenchException(NO_FEED.formatted(file));
            }
            return new Options(
                    file, data.toAbsolutePath().normalize(), rate, seconds, warmUp, timeout, runs, save, help);
        }

        private static Run run(String value) {
            return switch (value) {
                case "full-speed" -> Run.FULL_SPEED;
                case "freshness" -> Run.FRESHNESS;
                default -> throw new BenchException("--only is full-speed or freshness; " + value + " is neither.");
            };
        }

        private static double number(String option, String value) {
            if (!value.matches("\\d{1,6}(\\.\\d{1,3})?") || Double.parseDouble(value) < 1) {
                throw new BenchException(option + " wants a number of at least 1; " + value + " is none.");
            }
            return Double.parseDouble(value);
        }
    }
}
