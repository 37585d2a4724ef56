package io.battlescope.local.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/** Rebuilds and what belongs to them, and publishing again. */
final class RebuildVerbs {

    private static final Set<String> WELL = Set.of("ready", "switched", "rolled_back", "finished");

    private final AdminArguments arguments;
    private final Screen screen;
    private final Acts acts;
    private final Gateway gateway;

    RebuildVerbs(AdminArguments arguments, Screen screen, Acts acts, Gateway gateway) {
        this.arguments = arguments;
        this.screen = screen;
        this.acts = acts;
        this.gateway = gateway;
    }

    int start() throws InterruptedException {
        ObjectNode wish =
                acts.wish().put("processor", arguments.word(0)).put("switchWhenEqual", !arguments.has("--manual"));
        Optional<JsonNode> act = acts.ask("rebuilds", wish);
        if (act.isEmpty()) {
            return 0;
        }
        // the act has followed the rebuild to where it has switched, or waits for somebody
        JsonNode rebuild = gateway.get("rebuilds/" + Json.text(act.get(), "actId")).json();
        if (!arguments.has("--json")) {
            screen.say(Tables.rebuild(rebuild));
        }
        return WELL.contains(Json.text(rebuild, "state")) ? 0 : 1;
    }

    int step(String step) throws InterruptedException {
        ObjectNode wish = acts.wish();
        if (arguments.has("--accept-differences")) {
            wish.put("acceptDifferences", true);
        }
        acts.ask("rebuilds/" + Paths.segment(arguments.word(0)) + "/" + step, wish);
        return 0;
    }

    int republish() throws InterruptedException {
        ObjectNode range = Json.object();
        arguments.value("--from").ifPresent(from -> range.put("from", ProcessorVerbs.instant("--from", from)));
        arguments.value("--to").ifPresent(to -> range.put("to", ProcessorVerbs.instant("The option --to", to)));
        ObjectNode wish = acts.wish().put("topic", arguments.word(0));
        wish.setAll(range);
        acts.ask("republish", wish);
        return 0;
    }
}
