package io.battlescope.local.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Follows what takes long to its end. Ctrl-C ends the following, and nothing else. */
final class Follower {

    private static final Duration LOOK = Duration.ofSeconds(1);
    /** What was looked at before it was decided may be reported as late as this. */
    private static final Duration REPORT = Duration.ofSeconds(2);

    private final Gateway gateway;
    private final Screen screen;
    private final boolean quiet;

    Follower(Gateway gateway, Screen screen, boolean quiet) {
        this.gateway = gateway;
        this.screen = screen;
        this.quiet = quiet;
    }

    /** The act once it is done or refused. */
    JsonNode act(String actId) throws InterruptedException {
        return follow("acts " + actId, progress -> {
            JsonNode act = gateway.get("acts/" + actId).json();
            String status = Json.text(act, "status");
            if (status.equals("done") || status.equals("refused")) {
                return Optional.of(act);
            }
            if (!progress(act, progress)) {
                progress.show(Json.text(act, "what") + " is " + status + ": " + Json.text(act, "detail"));
            }
            return Optional.empty();
        });
    }

    /** The living version of a processor once it has caught up after an act, which is when a replay is done. */
    JsonNode processor(String name, JsonNode act) throws InterruptedException {
        return follow("processors " + name, progress -> {
            JsonNode processor =
                    gateway.get("processors/" + name).json().path("items").path(0);
            JsonNode replay = processor.path("replay");
            if (!isOfAfter(act, processor)) {
                return Optional.empty();
            }
            if (replay.isObject()) {
                progress.show(
                        "Replay of " + name,
                        replay.path("handled").asLong(),
                        replay.path("total").asLong(),
                        number(replay, "perSecond"),
                        whole(replay, "etaSeconds"));
                return Optional.empty();
            }
            boolean stopped = Set.of("paused", "error").contains(Json.text(processor, "state"));
            if (processor.path("caughtUp").asBoolean() || stopped) {
                return Optional.of(processor);
            }
            progress.show(name + " is " + Json.text(processor, "eventsBehind") + " events behind");
            return Optional.empty();
        });
    }

    /** A report of before the act would say that all is well. */
    private static boolean isOfAfter(JsonNode act, JsonNode processor) {
        String decided = Json.text(act, "decidedAt");
        String reported = Json.text(processor, "reportedAt");
        return decided.isEmpty()
                || !reported.isEmpty()
                        && Instant.parse(reported).isAfter(Instant.parse(decided).plus(REPORT));
    }

    /** Whether the act says how far it is. */
    private static boolean progress(JsonNode act, Progress progress) {
        JsonNode figures = act.path("figures");
        boolean rebuilds = figures.has("eventsTotal");
        if (rebuilds || figures.has("total")) {
            progress.show(
                    Json.text(act, "what"),
                    figures.path(rebuilds ? "eventsHandled" : "published").asLong(),
                    figures.path(rebuilds ? "eventsTotal" : "total").asLong(),
                    number(figures, "perSecond"),
                    whole(figures, "etaSeconds"));
            return true;
        }
        return false;
    }

    private JsonNode follow(String where, Look look) throws InterruptedException {
        Progress progress = new Progress(screen, quiet);
        Thread farewell = new Thread(() -> screen.complain(
                "\nNobody looks any more, but it goes on: infra/battlescope " + where + " says how far it is."));
        Runtime.getRuntime().addShutdownHook(farewell);
        try {
            while (true) {
                Optional<JsonNode> end = look.at(progress);
                if (end.isPresent()) {
                    return end.get();
                }
                Thread.sleep(LOOK);
            }
        } finally {
            progress.end();
            removeHook(farewell);
        }
    }

    private static void removeHook(Thread farewell) {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException stopping) {
            // Ctrl-C: the hook is what runs now
        }
    }

    private static Double number(JsonNode node, String field) {
        return node.path(field).isNumber() ? node.path(field).asDouble() : null;
    }

    private static Long whole(JsonNode node, String field) {
        return node.path(field).isNumber() ? node.path(field).asLong() : null;
    }

    /** One look: the end, or nothing yet. */
    @FunctionalInterface
    private interface Look {

        Optional<JsonNode> at(Progress progress) throws InterruptedException;
    }
}
