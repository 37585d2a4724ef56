package io.battlescope.local.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/** Asks for acts and tells what came of them. */
final class Acts {

    private static final int WAIT_SECONDS = 10;
    /** As services have it unless told. */
    private static final Duration TIME_LIMIT = Duration.ofSeconds(60);

    private final AdminArguments arguments;
    private final Gateway gateway;
    private final Screen screen;
    private final Follower follower;

    Acts(AdminArguments arguments, Gateway gateway, Screen screen, Follower follower) {
        this.arguments = arguments;
        this.gateway = gateway;
        this.screen = screen;
        this.follower = follower;
    }

    /** A request with what every act has in common. */
    ObjectNode wish() {
        ObjectNode wish = Json.object().put("reason", reason());
        if (arguments.has("--dry-run")) {
            wish.put("dryRun", true);
        }
        arguments.number("--time-limit").ifPresent(seconds -> wish.put("timeLimitSeconds", seconds));
        return wish;
    }

    String reason() {
        Optional<String> given = arguments.value("--reason");
        if (given.isEmpty() && !screen.isTerminal()) {
            throw new UsageException("Why? --reason TEXT goes into the audit.");
        }
        String reason =
                given.orElseGet(() -> screen.ask("Why? (goes into the audit) ")).strip();
        if (reason.isEmpty()) {
            throw new UsageException("Nothing is done without a reason.");
        }
        return reason;
    }

    /**
     * Has it done.
     *
     * @return the act if it was done and there may be more to follow; empty when it was told already
     */
    Optional<JsonNode> ask(String path, ObjectNode wish) throws InterruptedException {
        JsonNode asked = gateway.post(path, wish, arguments.has("--no-wait") ? 0 : WAIT_SECONDS)
                .json();
        String actId = Json.text(asked, "actId");
        if (arguments.has("--no-wait")) {
            tell(asked, "Asked for as act " + actId + ": infra/battlescope acts " + actId + " says what comes of it.");
            return Optional.empty();
        }
        JsonNode act = asked.path("outcome").isObject() ? asked.path("outcome") : follower.act(actId, timeLimit());
        if (Json.text(act, "status").equals("refused")) {
            if (arguments.has("--json")) {
                screen.say(act.toString());
            }
            throw new FailedException(
                    "Refused, " + Json.text(act, "code") + ": " + Json.text(act, "detail") + " (act " + actId + ")");
        }
        tell(act, told(act));
        return arguments.has("--dry-run") ? Optional.empty() : Optional.of(act);
    }

    private Duration timeLimit() {
        return arguments.number("--time-limit").map(Duration::ofSeconds).orElse(TIME_LIMIT);
    }

    private void tell(JsonNode answer, String sentence) {
        screen.say(arguments.has("--json") ? answer.toString() : sentence);
    }

    private static String told(JsonNode act) {
        StringBuilder told = new StringBuilder("Done (act " + Json.text(act, "actId") + ")");
        String detail = Json.text(act, "detail");
        told.append(detail.isEmpty() ? "." : ": " + detail);
        act.path("figures")
                .properties()
                .forEach(figure -> told.append("\n  ")
                        .append(figure.getKey())
                        .append(' ')
                        .append(figure.getValue().asText()));
        return told.toString();
    }
}
