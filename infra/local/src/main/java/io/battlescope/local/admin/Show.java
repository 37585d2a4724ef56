package io.battlescope.local.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

/** Shows answers: as they are for scripts, as tables for people. */
final class Show {

    private static final String DATA = "data:";

    private final AdminArguments arguments;
    private final Gateway gateway;
    private final Screen screen;
    private final Patience patience;

    Show(AdminArguments arguments, Gateway gateway, Screen screen, Patience patience) {
        this.patience = patience;
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

    /** Until Ctrl-C; the gateway ends a stream now and then, or starts anew itself, and the next one is opened. */
    private int watch() throws InterruptedException {
        boolean shown = false;
        while (!screen.out().checkError()) {
            try {
                watchOne();
                shown = true;
            } catch (UncheckedIOException e) {
                shown = true;
                screen.complain("The stream broke off (" + e.getCause().getMessage() + "); it is opened again.");
            } catch (FailedException e) {
                if (!shown || !e.passes()) {
                    throw e;
                }
                screen.complain(e.getMessage());
            }
            Thread.sleep(patience.look());
        }
        return 0;
    }

    private void watchOne() throws InterruptedException {
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

    /** A page of a list; that there is more is said, and how to get it. */
    int list(String path, Function<JsonNode, String> table) throws InterruptedException {
        return answer(page(path), answer -> {
            String next = Json.text(answer, "nextCursor");
            return table.apply(answer)
                    + (next.isEmpty()
                            ? ""
                            : "\nThere is more: the same with --cursor " + next
                                    + " shows the next page, --limit N up to 100 at once.");
        });
    }

    private String page(String path) {
        StringBuilder page = new StringBuilder(path);
        arguments.number("--limit").ifPresent(limit -> parameter(page, "limit=" + limit));
        arguments.value("--cursor").ifPresent(cursor -> parameter(page, "cursor=" + Paths.segment(cursor)));
        return page.toString();
    }

    private static void parameter(StringBuilder path, String parameter) {
        path.append(path.indexOf("?") < 0 ? '?' : '&').append(parameter);
    }
}
