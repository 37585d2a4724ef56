package io.battlescope.local.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** Acts on processors and their segments. */
final class ProcessorVerbs {

    private static final Pattern OFFSETS = Pattern.compile("\\d{1,9}:\\d{1,18}(,\\d{1,9}:\\d{1,18})*");

    private final AdminArguments arguments;
    private final Screen screen;
    private final Acts acts;
    private final Follower follower;

    ProcessorVerbs(AdminArguments arguments, Screen screen, Acts acts, Follower follower) {
        this.arguments = arguments;
        this.screen = screen;
        this.acts = acts;
        this.follower = follower;
    }

    int step(String step) throws InterruptedException {
        acts.ask(path(step), acts.wish());
        return 0;
    }

    /** The act ends with the new position; what people wait for is that everything has been handled again. */
    int reset() throws InterruptedException {
        ObjectNode target = target(arguments.value("--to").orElse("start"));
        ObjectNode wish = acts.wish();
        wish.setAll(target);
        if (arguments.has("--keep")) {
            wish.put("clear", false);
        }
        if (arguments.has("--skip")) {
            wish.put("skip", true);
        }
        Optional<JsonNode> act = acts.ask(path("reset"), wish);
        if (act.isPresent()) {
            String state = Json.text(follower.processor(arguments.word(0), act.get()), "state");
            boolean runs = state.equals("running");
            tell(runs ? arguments.word(0) + " has caught up." : arguments.word(0) + " is " + state + ".");
            return runs || state.equals("paused") ? 0 : 1;
        }
        return 0;
    }

    int onSegment(String step) throws InterruptedException {
        int segment = AdminArguments.number("SEGMENT", arguments.word(1));
        ObjectNode wish = acts.wish();
        arguments.number("--seconds").ifPresent(seconds -> wish.put("seconds", seconds));
        acts.ask(path("segments/" + segment + "/" + step), wish);
        return 0;
    }

    private String path(String step) {
        return "processors/" + Paths.segment(arguments.word(0)) + "/" + step;
    }

    private static ObjectNode target(String to) {
        ObjectNode target = Json.object();
        if (to.equals("start") || to.equals("head")) {
            return target.put("to", to);
        }
        if (OFFSETS.matcher(to).matches()) {
            ObjectNode offsets = target.put("to", "offsets").putObject("offsets");
            for (String one : to.split(",")) {
                offsets.put(one.substring(0, one.indexOf(':')), Long.parseLong(one.substring(one.indexOf(':') + 1)));
            }
            return target;
        }
        return target.put("to", "instant").put("at", instant("--to", to));
    }

    static String instant(String option, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().toString();
        } catch (DateTimeException e) {
            throw new UsageException(option + " wants "
                    + (option.equals("--to") ? "start, head, offsets such as 0:17,1:0, or " : "")
                    + "a time such as 2026-11-23T18:00:00Z; " + text + " is none.");
        }
    }

    private void tell(String sentence) {
        if (!arguments.has("--json")) {
            screen.say(sentence);
        }
    }
}
