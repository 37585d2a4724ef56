package io.battlescope.local.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Follows what takes long to its end. Ctrl-C ends the following, and nothing else. */
final class Follower {

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Set<String> REBUILD_RESTS =
            Set.of("ready", "different", "switched", "rolled_back", "finished", "cancelled", "failed");

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
            JsonNode figures = act.path("figures");
            if (figures.has("total")) {
                progress.show(
                        Json.text(act, "what"),
                        figures.path("published").asLong(),
                        figures.path("total").asLong(),
                        number(figures, "perSecond"),
                        whole(figures, "etaSeconds"));
            } else {
                progress.show(Json.text(act, "what") + " is " + status + ": " + Json.text(act, "detail"));
            }
            return Optional.empty();
        });
    }

    /** The living version of a processor once it has caught up, which is when a replay is done. */
    JsonNode processor(String name) throws InterruptedException {
        return follow("processors " + name, progress -> {
            JsonNode processor =
                    gateway.get("processors/" + name).json().path("items").path(0);
            JsonNode replay = processor.path("replay");
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

    /** The rebuild once it waits for somebody or has ended. */
    JsonNode rebuild(String rebuildId) throws InterruptedException {
        return follow("rebuilds " + rebuildId, progress -> {
            JsonNode rebuild = gateway.get("rebuilds/" + rebuildId).json();
            String state = Json.text(rebuild, "state");
            boolean switches =
                    state.equals("ready") && rebuild.path("switchWhenEqual").asBoolean();
            if (REBUILD_RESTS.contains(state) && !switches) {
                return Optional.of(rebuild);
            }
            JsonNode figures = rebuild.path("figures");
            if (state.equals("building") && figures.has("eventsTotal")) {
                progress.show(
                        "Rebuild of " + Json.text(rebuild, "processor"),
                        figures.path("eventsHandled").asLong(),
                        figures.path("eventsTotal").asLong(),
                        number(figures, "perSecond"),
                        whole(figures, "etaSeconds"));
            } else {
                progress.show("Rebuild of " + Json.text(rebuild, "processor") + ": " + state);
            }
            return Optional.empty();
        });
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
