package io.battlescope.local.admin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be asked for; options with a value end in an equals sign here. */
enum Verb {
    PROCESSORS("[NAME] [--watch]", 0, 1, Set.of("--watch")),
    PAUSE_PROCESSOR("NAME", 1, 1, Set.of("--dry-run", "--time-limit=")),
    RESUME_PROCESSOR("NAME", 1, 1, Set.of("--dry-run", "--time-limit=")),
    RESET_PROCESSOR(
            "NAME [--to start|head|INSTANT|PARTITION:OFFSET,…] [--keep] [--skip] [--dry-run]",
            1,
            1,
            Set.of("--to=", "--keep", "--skip", "--dry-run", "--time-limit=")),
    SPLIT_SEGMENT("NAME SEGMENT", 2, 2, Set.of("--dry-run", "--time-limit=")),
    MERGE_SEGMENT("NAME SEGMENT", 2, 2, Set.of("--dry-run", "--time-limit=")),
    RELEASE_SEGMENT("NAME SEGMENT [--seconds N]", 2, 2, Set.of("--seconds=", "--dry-run", "--time-limit=")),
    REBUILD("NAME [--manual] [--dry-run]", 1, 1, Set.of("--manual", "--dry-run")),
    REBUILDS("[ID] [--limit N] [--cursor C]", 0, 1, Set.of("--limit=", "--cursor=")),
    REBUILD_SWITCH("ID [--accept-differences]", 1, 1, Set.of("--accept-differences", "--dry-run", "--time-limit=")),
    REBUILD_ROLLBACK("ID", 1, 1, Set.of("--dry-run", "--time-limit=")),
    REBUILD_FINISH("ID", 1, 1, Set.of("--dry-run", "--time-limit=")),
    REBUILD_CANCEL("ID", 1, 1, Set.of("--dry-run", "--time-limit=")),
    REBUILD_VERIFY("ID", 1, 1, Set.of("--dry-run", "--time-limit=")),
    REPUBLISH("TOPIC [--from INSTANT] [--to INSTANT] [--dry-run]", 1, 1, Set.of("--from=", "--to=", "--dry-run")),
    DEAD_LETTERS(
            "[PROCESSOR [SEQUENCE]] [--retry|--evict [--letter ID]] [--cause TEXT] [--all] [--limit N] [--cursor C]",
            0,
            2,
            Set.of("--retry", "--evict", "--letter=", "--cause=", "--all", "--dry-run", "--limit=", "--cursor=")),
    KEYS(
            "[--create NAME --role viewer|operator|admin [--days N] | --revoke ID | --limit N --cursor C]",
            0,
            0,
            Set.of("--create=", "--role=", "--days=", "--revoke=", "--limit=", "--cursor=")),
    AUDIT("[--limit N] [--cursor C]", 0, 0, Set.of("--limit=", "--cursor=")),
    ACTS("[ID] [--limit N] [--cursor C]", 0, 1, Set.of("--limit=", "--cursor="));

    /** Options of all of them. */
    private static final Set<String> COMMON = Set.of("--data=", "--url=", "--key=", "--json", "--reason=", "--no-wait");

    private final String pattern;
    private final int least;
    private final int most;
    private final Set<String> options;

    Verb(String pattern, int least, int most, Set<String> options) {
        this.pattern = pattern;
        this.least = least;
        this.most = most;
        this.options = options;
    }

    static Optional<Verb> of(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
    }

    static String allWords() {
        return Arrays.stream(values()).map(Verb::word).collect(Collectors.joining(", "));
    }

    /** A line for each. */
    static String usage() {
        return Arrays.stream(values()).map(Verb::line).collect(Collectors.joining("\n"));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String line() {
        return "infra/battlescope " + word() + " " + pattern;
    }

    boolean takes(int words) {
        return words >= least && words <= most;
    }

    boolean isFlag(String option) {
        return all().anyMatch(option::equals);
    }

    boolean hasValue(String option) {
        return all().anyMatch((option + "=")::equals);
    }

    private Stream<String> all() {
        return Stream.concat(options.stream(), COMMON.stream());
    }
}
