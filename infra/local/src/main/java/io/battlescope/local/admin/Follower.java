package io.battlescope.local.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Follows what takes long to its end. Ctrl-C ends the following, and nothing else. */
final class Follower {

    /** What was looked at before it was decided may be reported as late as this. */
    private static final Duration REPORT = Duration.ofSeconds(2);

    private static final Set<String> RUNNING = Set.of("running", "error");
    private static final Set<String> ENDED = Set.of("paused", "error");

    private final Gateway gateway;
    private final Screen screen;
    private final boolean quiet;
    private final Patience patience;

    Follower(Gateway gateway, Screen screen, boolean quiet, Patience patience) {
        this.gateway = gateway;
        this.screen = screen;
        this.quiet = quiet;
        this.patience = patience;
    }

    /**
     * The act once it is done or refused.
     *
     * @param timeLimit how long it may wait before it takes effect
     */
    JsonNode act(String actId, Duration timeLimit) throws InterruptedException {
        Standstill standstill = new Standstill();
        return follow("acts " + actId, progress -> {
            JsonNode act = gateway.get("acts/" + actId).json();
            String status = Json.text(act, "status");
            if (status.equals("done") || status.equals("refused")) {
                return Optional.of(act);
            }
            boolean pending = status.equals("pending");
            if (standstill.lasts(act, timeLimit.plus(pending ? patience.answer() : patience.progress()))) {
                throw new FailedException(
                        (pending ? "Nobody has taken up act " : "Nothing more is heard of act ") + actId
                                + ". Does the service run that is to carry it out? It may still be done: infra/battlescope acts "
                                + actId + " says so.");
            }
            if (!progress(act, progress)) {
                String detail = Json.text(act, "detail");
                progress.show(Json.text(act, "what") + " is " + status + (detail.isEmpty() ? "" : ": " + detail));
            }
            return Optional.empty();
        });
    }

    /** The living version of a processor once it has caught up after an act, which is when a replay is done. */
    JsonNode processor(String name, JsonNode act) throws InterruptedException {
        Standstill standstill = new Standstill();
        return follow("processors " + name, progress -> {
            JsonNode processor =
                    gateway.get("processors/" + name).json().path("items").path(0);
            JsonNode replay = processor.path("replay");
            String state = Json.text(processor, "state");
            boolean runs = RUNNING.contains(state) && isOfAfter(act, processor);
            if (standstill.lasts(whereItIs(processor), runs ? patience.progress() : patience.answer())) {
                throw new FailedException(
                        name + " is " + (runs ? state + " and gets no further" : state + alarms(processor))
                                + ". What was asked for is done, but nobody can tell when it will have caught up: infra/battlescope processors "
                                + name + " shows more.");
            }
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
            if (processor.path("caughtUp").asBoolean() && RUNNING.contains(state) || ENDED.contains(state)) {
                return Optional.of(processor);
            }
            progress.show(name + " is " + Json.text(processor, "eventsBehind") + " events behind");
            return Optional.empty();
        });
    }

    /** What would change if anybody worked on it. */
    private static JsonNode whereItIs(JsonNode processor) {
        return Json.object()
                .put("state", Json.text(processor, "state"))
                .put("behind", Json.text(processor, "eventsBehind"))
                .put("replay", Json.text(processor.path("replay"), "handled"));
    }

    private static String alarms(JsonNode processor) {
        StringBuilder alarms = new StringBuilder();
        processor
                .path("alarms")
                .forEach(alarm -> alarms.append(", ")
                        .append(Json.text(alarm, "code"))
                        .append(": ")
                        .append(Json.text(alarm, "detail")));
        return alarms.toString().replaceFirst("\\.$", "");
    }

    /** A report of before the act would say that all is well. */
    private static boolean isOfAfter(JsonNode act, JsonNode processor) {
        String decided = Json.text(act, "decidedAt");
        String reported = Json.text(processor, "reportedAt");
        return decided.isEmpty()
                || !reported.isEmpty()
                        && Instant.parse(reported)
                                .isAfter(Instant.parse(decided).plus(REPORT));
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
                Thread.sleep(patience.look());
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

    /** Since when something is as it is. */
    private static final class Standstill {

        private JsonNode seen = Json.object();
        private long since = System.nanoTime();

        boolean lasts(JsonNode now, Duration longest) {
            if (!now.equals(seen)) {
                seen = now;
                since = System.nanoTime();
            }
            return System.nanoTime() - since > longest.toNanos();
        }
    }

    /** One look: the end, or nothing yet. */
    @FunctionalInterface
    private interface Look {

        Optional<JsonNode> at(Progress progress) throws InterruptedException;
    }
}
