package io.battlescope.local.admin;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an admin asked for on the command line. */
public final class AdminArguments {

    private final Verb verb;
    private final List<String> words = new ArrayList<>();
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> flags = new HashSet<>();

    private AdminArguments(Verb verb) {
        this.verb = verb;
    }

    /** Whether the first word is one for admins. */
    public static boolean are(String[] args) {
        return args.length > 0 && Verb.of(args[0]).isPresent();
    }

    /** Words that {@link #are} takes, for those who look for another one. */
    public static String verbs() {
        return Verb.allWords();
    }

    /** How each is used. */
    public static String usage() {
        return Verb.usage() + """


                Those that change something need --reason TEXT, and ask for it on a terminal. --json prints the gateway's answers for
                scripts, --no-wait does not follow an act to its end, --dry-run only says what would be done. --url URL and --key KEY
                (else BATTLESCOPE_KEY) name another gateway than the one of --data DIR. Exit codes: 0 done, 1 refused or failed, 2 misused.""";
    }

    public static AdminArguments parse(String[] args) {
        AdminArguments arguments = new AdminArguments(
                Verb.of(args[0]).orElseThrow(() -> new UsageException("There is no command " + args[0] + ".")));
        arguments.read(new ArrayDeque<>(List.of(args).subList(1, args.length)));
        return arguments;
    }

    private void read(Deque<String> rest) {
        while (!rest.isEmpty()) {
            String word = rest.poll();
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String option = equals < 0 ? word : word.substring(0, equals);
            if (!word.startsWith("-")) {
                words.add(word);
            } else if (option.equals("--help") || option.equals("-h")) {
                flags.add("--help");
            } else if (verb.hasValue(option)) {
                values.put(option, equals < 0 ? value(option, rest) : word.substring(equals + 1));
            } else if (verb.isFlag(word)) {
                flags.add(word);
            } else {
                throw new UsageException("Unknown option " + option + ". " + verb.line());
            }
        }
        if (!verb.takes(words.size()) && !isHelp()) {
            throw new UsageException(
                    (words.isEmpty() ? "Something is missing. " : "Too few or too many words. ") + verb.line());
        }
    }

    private static String value(String option, Deque<String> rest) {
        String value = rest.poll();
        if (value == null || value.isBlank()) {
            throw new UsageException("Option " + option + " needs a value.");
        }
        return value;
    }

    public Optional<Path> data() {
        return value("--data").map(Path::of);
    }

    Verb verb() {
        return verb;
    }

    boolean isHelp() {
        return flags.contains("--help");
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    Optional<Integer> number(String option) {
        return value(option).map(text -> number(option, text));
    }

    static int number(String what, String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new UsageException(what + " wants a number; " + text + " is none.");
        }
        return Integer.parseInt(text);
    }

    int words() {
        return words.size();
    }

    String word(int index) {
        return words.get(index);
    }

    Optional<String> wordIfAny(int index) {
        return index < words.size() ? Optional.of(words.get(index)) : Optional.empty();
    }
}
