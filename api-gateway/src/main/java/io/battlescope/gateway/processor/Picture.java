package io.battlescope.gateway.processor;

import io.battlescope.gateway.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** All processors as JSON, put together at most once a second, however many look. */
@Component
class Picture {

    private static final long MAX_AGE_NANOS = Duration.ofMillis(900).toNanos();
    /** These change with every report, and say nothing of what it reports. */
    private static final List<String> CLOCKS = List.of("reportedAt", "claimAgeSeconds");

    private final ProcessorBoard board;
    private final JsonMapper json;
    private Frame last;
    private long lastNanos;

    Picture(ProcessorBoard board, JsonMapper json) {
        this.board = board;
        this.json = json;
    }

    synchronized Frame frame() {
        if (last == null || System.nanoTime() - lastNanos >= MAX_AGE_NANOS) {
            last = take();
            lastNanos = System.nanoTime();
        }
        return last;
    }

    private Frame take() {
        try {
            return frame("processors", json.valueToTree(new ProcessorsAnswer(board.read())));
        } catch (ProblemException unavailable) {
            return frame(
                    "unavailable",
                    json.valueToTree(Map.of("code", unavailable.code(), "detail", unavailable.getMessage())));
        }
    }

    private static Frame frame(String name, JsonNode tree) {
        String text = tree.toString();
        CLOCKS.forEach(clock -> tree.findParents(clock).forEach(holder -> ((ObjectNode) holder).remove(clock)));
        return new Frame(name, text, tree);
    }

    /** @param figures everything but the time it is of */
    record Frame(String name, String json, JsonNode figures) {

        boolean saysTheSameAs(Frame other) {
            return name.equals(other.name) && figures.equals(other.figures);
        }
    }
}
