package io.battlescope.simulator.server;

import com.sun.net.httpserver.HttpExchange;
import io.battlescope.simulator.feed.Posted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** zKillboard's site, as far as it is asked: one killmail's values. */
final class ZkbPages implements Pages {

    private static final Pattern KILL = Pattern.compile("/api/killID/(\\d{1,18})(/?)");
    private static final int WITHHELD_SECONDS = 300;

    private final Simulation simulation;

    ZkbPages(Simulation simulation) {
        this.simulation = simulation;
    }

    @Override
    public void answer(HttpExchange exchange, String path) throws IOException {
        String agent = exchange.getRequestHeaders().getFirst("User-Agent");
        Matcher kill = KILL.matcher(path);
        if (agent == null || agent.isBlank() || exchange.getRequestURI().getQuery() != null) {
            Answer.html(exchange, 403, "Forbidden");
        } else if (!kill.matches()) {
            Answer.html(exchange, 404, "Not found");
        } else if (kill.group(2).isEmpty()) {
            // without the slash it is another page
            exchange.getResponseHeaders().set("Location", exchange.getRequestURI() + "/");
            Answer.html(exchange, 302, "Moved");
        } else if (simulation.faults().strikes(Fault.SERVER_ERROR)) {
            Answer.html(exchange, 503, "Reinforced");
        } else {
            exchange.getResponseHeaders().set("Cache-Control", "public, max-age=3600");
            Answer.json(exchange, 200, entries(Long.parseLong(kill.group(1))));
        }
    }

    private byte[] entries(long killmailId) {
        Optional<Posted> posted = simulation
                .timeline()
                .killmail(killmailId)
                .filter(mail -> mail.postedAt() != 0)
                .filter(mail -> mail.kill().time() <= simulation.now() - WITHHELD_SECONDS);
        return posted.map(mail -> "["
                        + new String(
                                simulation
                                        .mails()
                                        .entry(
                                                killmailId,
                                                mail.kill(),
                                                simulation.timeline().latest(mail)),
                                StandardCharsets.UTF_8)
                        + "]")
                .orElse("[]")
                .getBytes(StandardCharsets.UTF_8);
    }
}
