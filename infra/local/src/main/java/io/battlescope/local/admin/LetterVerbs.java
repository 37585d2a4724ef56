package io.battlescope.local.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Dead letters: to be looked at, handled again, or thrown away. */
final class LetterVerbs {

    private final AdminArguments arguments;
    private final Acts acts;
    private final Show show;

    LetterVerbs(AdminArguments arguments, Acts acts, Show show) {
        this.arguments = arguments;
        this.acts = acts;
        this.show = show;
    }

    int run() throws InterruptedException {
        boolean retry = arguments.has("--retry");
        if (retry && arguments.has("--evict")) {
            throw new UsageException("Either --retry or --evict.");
        }
        if (!retry && !arguments.has("--evict")) {
            return look();
        }
        acts.ask("dead-letters/" + (retry ? "retry" : "evict"), selected(retry));
        return 0;
    }

    private int look() throws InterruptedException {
        return switch (arguments.words()) {
            case 0 -> show.list("dead-letters", Tables::sequences);
            case 1 -> show.list("dead-letters?processor=" + Paths.segment(arguments.word(0)), Tables::sequences);
            default ->
                show.list(
                        "dead-letters/" + Paths.segment(arguments.word(0)) + "/" + Paths.segment(arguments.word(1)),
                        Tables::letters);
        };
    }

    private ObjectNode selected(boolean retry) {
        String processor = arguments
                .wordIfAny(0)
                .orElseThrow(() -> new UsageException(
                        "Whose dead letters? " + arguments.verb().line()));
        ObjectNode selected = Json.object().put("processor", processor);
        arguments.wordIfAny(1).ifPresent(sequence -> selected.put("sequence", sequence));
        arguments.value("--cause").ifPresent(cause -> selected.put("cause", cause));
        arguments.value("--letter").ifPresent(letter -> selected.put("letterId", letter));
        boolean everything = selected.size() == 1;
        if (everything && !retry && !arguments.has("--all")) {
            throw new UsageException(
                    "Everything that " + processor + " has parked would be gone for good; say --all to mean that.");
        }
        if (!retry && everything) {
            selected.put("all", true);
        }
        ObjectNode wish = acts.wish();
        wish.setAll(selected);
        return wish;
    }
}
