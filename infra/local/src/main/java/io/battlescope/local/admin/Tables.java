package io.battlescope.local.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** How answers look to people. */
final class Tables {

    private static final Table PROCESSORS = new Table()
            .column("PROCESSOR", Tables::name)
            .column("ROLE", "role")
            .column("STATE", "state")
            .column("INSTANCES", row -> Integer.toString(row.path("instances").size()))
            .column("SEGMENTS", row -> Integer.toString(row.path("segments").size()))
            .column("BEHIND", row -> Json.text(row, "eventsBehind"))
            .column("SECONDS", row -> Json.text(row, "secondsBehind"))
            .column("PER SECOND", row -> rounded(row, "perSecond"))
            .column("PARKED", row -> Json.text(row, "parkedLetters"))
            .column("REPLAY", Tables::replay)
            .column("ALARMS", row -> joined(row.path("alarms"), "code"));

    private static final Table INSTANCES = new Table()
            .column("INSTANCE", "instance")
            .column("PID", "pid")
            .column("STATE", "state")
            .column("SEGMENTS", row -> Json.text(row, "segments"))
            .time("REPORTED", "reportedAt")
            .column("ERROR", row -> Json.text(row.path("error"), "cause"));

    private static final Table SEGMENTS = new Table()
            .column("SEGMENT", "segment")
            .column("MERGES WITH", "mergeableWith")
            .column("OWNER", "owner")
            .column("CLAIM AGE", "claimAgeSeconds")
            .column("CAUGHT UP", "caughtUp")
            .column("REPLAYING", "replaying")
            .column("ERROR", row -> Json.text(row.path("error"), "cause"));

    private static final Table PARTITIONS = new Table()
            .column("PARTITION", "partition")
            .column("POSITION", "position")
            .column("END", "end")
            .column(
                    "BEHIND",
                    row -> Long.toString(
                            row.path("end").asLong() - row.path("position").asLong()));

    private static final Table ACTS = new Table()
            .column("ACT", "actId")
            .column("WHAT", "what")
            .column("TARGET", "target")
            .column("ACTOR", "actor")
            .column("STATUS", "status")
            .column("CODE", "code")
            .time("ASKED FOR", "requestedAt")
            .column("REASON", "reason");

    private static final Table AUDIT = new Table()
            .time("WHEN", "decidedAt")
            .column("WHO", "actor")
            .column("WHAT", "what")
            .column("TARGET", "target")
            .column("OUTCOME", "outcome")
            .column("CODE", "code")
            .column("REASON", "reason");

    private static final Table REBUILDS = new Table()
            .column("REBUILD", "rebuildId")
            .column("PROCESSOR", "processor")
            .column("STATE", "state")
            .column("OLD", "oldVersion")
            .column("NEW", "newVersion")
            .column("ANSWERS", "livingVersion")
            .column("PROGRESS", Tables::percent)
            .column("SECONDS LEFT", row -> Json.text(row.path("figures"), "etaSeconds"))
            .time("BEGUN", "createdAt")
            .column("DETAIL", "detail");

    private static final Table COMPARED = new Table()
            .column("TABLE", "table")
            .column("ROWS OLD", "oldRows")
            .column("ROWS NEW", "newRows")
            .column("EQUAL", "equal")
            .column("ONLY OLD", "onlyOld")
            .column("ONLY NEW", "onlyNew")
            .column("CHANGED", "changed");

    private static final Table SEQUENCES = new Table()
            .column("PROCESSOR", Tables::name)
            .column("SEQUENCE", "sequence")
            .column("LETTERS", "letters")
            .column("CODE", "code")
            .column("ATTEMPTS", "attempts")
            .time("SINCE", "since")
            .column("CAUSE", "cause");

    private static final Table LETTERS = new Table()
            .column("LETTER", "letterId")
            .column("TYPE", "type")
            .column("SOURCE", row -> Json.text(row, "source") + " " + Json.text(row, "position"))
            .column("CODE", "code")
            .column("ATTEMPTS", "attempts")
            .time("PARKED", "parkedAt")
            .column("CAUSE", "cause");

    private static final Table KEYS = new Table()
            .column("KEY", "keyId")
            .column("NAME", "name")
            .column("ROLE", "role")
            .column("MADE BY", "createdBy")
            .time("MADE", "createdAt")
            .time("EXPIRES", "expiresAt")
            .time("REVOKED", "revokedAt");

    private Tables() {}

    /** How an answer looks. */
    @FunctionalInterface
    interface Shape extends Function<JsonNode, String> {}

    static String processors(JsonNode answer) {
        return PROCESSORS.of(answer.path("items")) + alarms(answer.path("items"));
    }

    /** Every version of one, with all that is known. */
    static String processor(JsonNode answer) {
        return StreamSupport.stream(answer.path("items").spliterator(), false)
                .map(one -> PROCESSORS.of(list(one))
                        + alarms(list(one))
                        + part("reported by", INSTANCES, one.path("instances"))
                        + part("segments", SEGMENTS, one.path("segments"))
                        + part("follows " + Json.text(one, "source"), PARTITIONS, one.path("partitions")))
                .collect(Collectors.joining("\n\n"));
    }

    static JsonNode only(JsonNode answer, String name) {
        ObjectNode only = Json.object();
        ArrayNode items = only.putArray("items");
        answer.path("items").forEach(one -> {
            if (Json.text(one, "processor").equals(name)) {
                items.add(one);
            }
        });
        return only;
    }

    static String rebuilds(JsonNode answer) {
        return REBUILDS.of(answer.path("items"));
    }

    static String rebuild(JsonNode rebuild) {
        return REBUILDS.of(list(rebuild)) + part("compared", COMPARED, rebuild.path("tables"));
    }

    static String acts(JsonNode answer) {
        return ACTS.of(answer.path("items"));
    }

    /** One act with every field that it has. */
    static String act(JsonNode act) {
        return act.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .map(field -> String.format("%-13s %s", field.getKey(), Json.text(act, field.getKey())))
                .collect(Collectors.joining("\n"));
    }

    static String audit(JsonNode answer) {
        return AUDIT.of(answer.path("items"));
    }

    static String sequences(JsonNode answer) {
        return SEQUENCES.of(answer.path("items"));
    }

    static String letters(JsonNode answer) {
        return LETTERS.of(answer.path("items"))
                + StreamSupport.stream(answer.path("items").spliterator(), false)
                        .filter(letter -> letter.hasNonNull("payload"))
                        .map(letter -> "\n\n" + Json.text(letter, "letterId") + ":\n" + Json.text(letter, "payload"))
                        .collect(Collectors.joining());
    }

    static String keys(JsonNode answer) {
        return KEYS.of(answer.path("items"));
    }

    private static String part(String heading, Table table, JsonNode rows) {
        return rows.isEmpty() ? "" : "\n\n" + heading + "\n" + table.of(rows);
    }

    /** What somebody should look at, in full. */
    private static String alarms(JsonNode processors) {
        StringBuilder lines = new StringBuilder();
        processors.forEach(one -> {
            one.path("alarms")
                    .forEach(alarm -> lines.append("\n! ")
                            .append(name(one))
                            .append(": ")
                            .append(Json.text(alarm, "code"))
                            .append(" ")
                            .append(Json.text(alarm, "detail")));
            if (one.path("error").isObject()) {
                lines.append("\n! ")
                        .append(name(one))
                        .append(" since ")
                        .append(Json.time(one.path("error"), "since"))
                        .append(": ")
                        .append(Json.text(one.path("error"), "cause"));
            }
        });
        return lines.toString();
    }

    private static String name(JsonNode row) {
        return row.path("version").asInt(1) == 1
                ? Json.text(row, "processor")
                : Json.text(row, "processor") + "@" + Json.text(row, "version");
    }

    private static String replay(JsonNode row) {
        JsonNode replay = row.path("replay");
        return replay.isObject() && replay.path("total").asLong() > 0
                ? 100 * replay.path("handled").asLong() / replay.path("total").asLong() + "%"
                : "";
    }

    private static String percent(JsonNode row) {
        JsonNode figures = row.path("figures");
        long total = figures.path("eventsTotal").asLong();
        return total == 0 ? "" : 100 * figures.path("eventsHandled").asLong() / total + "%";
    }

    private static String rounded(JsonNode row, String field) {
        return row.path(field).isNumber()
                ? String.format(Locale.ROOT, "%.1f", row.path(field).asDouble())
                : "";
    }

    private static String joined(JsonNode array, String field) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(one -> Json.text(one, field))
                .collect(Collectors.joining(" "));
    }

    private static ArrayNode list(JsonNode one) {
        return ((ArrayNode) Json.read("[]")).add(one);
    }
}
