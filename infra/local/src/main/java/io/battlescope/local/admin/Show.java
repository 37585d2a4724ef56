package io.battlescope.local.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

/** Shows answers: as they are for scripts, as tables for people. */
final class Show {

    private static final String DATA = "data:";

    private final AdminArguments arguments;
    private final Gateway gateway;
    private final Screen screen;

    Show(AdminArguments arguments, Gateway gateway, Screen screen) {
        this.arguments = arguments;
        this.gateway = gateway;
        this.screen = screen;
    }

    int answer(String path, Function<JsonNode, String> table) throws InterruptedException {
        Gateway.Answer answer = gateway.get(path);
        screen.say(arguments.has("--json") ? answer.body().strip() : table.apply(answer.json()));
        return 0;
    }

    int processors() throws InterruptedException {
        if (arguments.has("--watch")) {
            return watch();
        }
        return arguments.wordIfAny(0).isPresent()
                ? answer("processors/" + Paths.segment(arguments.word(0)), Tables::processor)
                : answer("processors", Tables::processors);
    }

    /** Until Ctrl-C; the gateway ends a stream now and then, and the next one is opened. */
    private int watch() throws InterruptedException {
        while (!screen.out().checkError()) {
            try (Stream<String> lines = gateway.lines("processors/stream")) {
                Iterator<String> each = lines.iterator();
                while (each.hasNext() && !screen.out().checkError()) {
                    String line = each.next();
                    if (line.startsWith(DATA)) {
                        picture(Json.read(line.substring(DATA.length())));
                    }
                }
            }
        }
        return 0;
    }

    private void picture(JsonNode picture) {
        if (arguments.has("--json")) {
            screen.say(picture.toString());
            return;
        }
        screen.clear();
        screen.say(
                picture.has("items")
                        ? arguments
                                .wordIfAny(0)
                                .map(name -> Tables.processor(Tables.only(picture, name)))
                                .orElseGet(() -> Tables.processors(picture))
                        : Json.text(picture, "code") + ": " + Json.text(picture, "detail"));
    }

    String withLimit(String path) {
        return arguments
                .number("--limit")
                .map(limit -> path + "?limit=" + limit)
                .orElse(path);
    }
}
