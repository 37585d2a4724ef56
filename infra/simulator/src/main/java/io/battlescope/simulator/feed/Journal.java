package io.battlescope.simulator.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.battlescope.simulator.war.Kind;
import io.battlescope.simulator.war.Order;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What was decided from outside, one JSON object a line. With the seed it is all that a restart needs to make the same world again,
 * number by number. A decision is written before anybody can see what comes of it.
 */
public final class Journal {

    /** A decision. */
    public sealed interface Entry {
        /** @param feedFrom where the numbered feed begins; what is older is known from history alone */
        record Begun(long seed, long start, long feedFrom, int latePercent) implements Entry {}

        record Rate(long slot, double killsPerSecond) implements Entry {}

        record Ordered(Order order) implements Entry {}

        record Spoilt(long sequence, Flaw flaw) implements Entry {}
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final List<Entry> kept;

    private Journal(Path file, List<Entry> kept) {
        this.file = file;
        this.kept = kept;
    }

    /** In memory: forgotten at the end. */
    public static Journal none() {
        return new Journal(null, List.of());
    }

    public static Journal in(Path directory) {
        Path file = directory.resolve("journal.jsonl");
        try {
            Files.createDirectories(directory);
            List<Entry> kept = new ArrayList<>();
            if (Files.exists(file)) {
                String text = Files.readString(file);
                // a line that was not finished was never acted upon
                String whole = text.substring(0, text.lastIndexOf('\n') + 1);
                if (whole.length() < text.length()) {
                    Files.writeString(file, whole);
                }
                for (String line : whole.lines().toList()) {
                    kept.add(read(JSON.readTree(line)));
                }
            }
            return new Journal(file, List.copyOf(kept));
        } catch (IOException e) {
            throw new UncheckedIOException("The journal " + file + " cannot be read.", e);
        }
    }

    /** As found at the start. */
    public List<Entry> kept() {
        return kept;
    }

    synchronized void write(Entry entry) {
        if (file == null) {
            return;
        }
        try {
            Files.write(
                    file,
                    (line(entry) + "\n").getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal " + file + " cannot be written.", e);
        }
    }

    private static ObjectNode line(Entry entry) {
        ObjectNode line = JSON.createObjectNode();
        switch (entry) {
            case Entry.Begun(long seed, long start, long feedFrom, int late) ->
                line.put("is", "begun")
                        .put("seed", seed)
                        .put("start", start)
                        .put("feedFrom", feedFrom)
                        .put("late", late);
            case Entry.Rate(long slot, double rate) ->
                line.put("is", "rate").put("slot", slot).put("rate", rate);
            case Entry.Ordered(Order order) ->
                line.put("is", "order")
                        .put("number", order.number())
                        .put("start", order.start())
                        .put("kind", order.kind().word())
                        .put("system", order.systemId())
                        .put("losses", order.losses());
            case Entry.Spoilt(long sequence, Flaw flaw) ->
                line.put("is", "spoilt").put("sequence", sequence).put("flaw", flaw.name());
        }
        return line;
    }

    private static Entry read(JsonNode line) throws IOException {
        String is = line.path("is").asText();
        return switch (is) {
            case "begun" ->
                new Entry.Begun(
                        line.get("seed").asLong(),
                        line.get("start").asLong(),
                        line.get("feedFrom").asLong(),
                        line.get("late").asInt());
            case "rate" ->
                new Entry.Rate(line.get("slot").asLong(), line.get("rate").asDouble());
            case "order" ->
                new Entry.Ordered(new Order(
                        line.get("number").asInt(),
                        line.get("start").asLong(),
                        Kind.of(line.get("kind").asText()),
                        line.get("system").asInt(),
                        line.get("losses").asInt()));
            case "spoilt" ->
                new Entry.Spoilt(
                        line.get("sequence").asLong(),
                        Flaw.valueOf(line.get("flaw").asText()));
            default -> throw new IOException("The journal has a line of an unknown kind: " + is);
        };
    }
}
