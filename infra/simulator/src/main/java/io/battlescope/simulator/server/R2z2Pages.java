package io.battlescope.simulator.server;

import com.sun.net.httpserver.HttpExchange;
import io.battlescope.simulator.feed.Publication;
import io.battlescope.simulator.feed.Timeline;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** zKillboard's live feed and history, behind a network of caches. */
final class R2z2Pages implements Pages {

    private static final Pattern NUMBERED = Pattern.compile("/ephemeral/(\\d{1,18})\\.json");
    /** The pointer is written when the newest number is more than this ahead of it. */
    private static final int POINTER_STEP = 52;

    private static final int STEPS_BACK = 500;
    private static final int STALE_TIMES = 2;
    private static final int FEW_SECONDS = 2;

    private final Simulation simulation;
    private final Faults faults;
    private final History history;
    private final Map<Long, Integer> staleAsked = new HashMap<>();
    private volatile long bannedUntil;

    R2z2Pages(Simulation simulation, History history) {
        this.simulation = simulation;
        this.faults = simulation.faults();
        this.history = history;
    }

    @Override
    public void answer(HttpExchange exchange, String path) throws IOException {
        if (isUnwelcome(exchange)) {
            Answer.html(exchange, 403, "Access denied");
            return;
        }
        if (faults.strikes(Fault.HANG)) {
            Answer.after(Faults.HANG_SECONDS);
            exchange.close();
        } else if (faults.strikes(Fault.HTML)) {
            Answer.html(exchange, 200, "Just a moment...");
        } else if (faults.strikes(Fault.THROTTLED)) {
            exchange.getResponseHeaders().set("Retry-After", Integer.toString(FEW_SECONDS));
            Answer.html(exchange, 429, "Too many requests");
        } else if (faults.strikes(Fault.SERVER_ERROR)) {
            Answer.html(exchange, ThreadLocalRandom.current().nextBoolean() ? 502 : 503, "Error");
        } else {
            if (faults.strikes(Fault.SLOW)) {
                Answer.after(FEW_SECONDS);
            }
            page(exchange, path);
        }
    }

    private boolean isUnwelcome(HttpExchange exchange) {
        String agent = exchange.getRequestHeaders().getFirst("User-Agent");
        if (agent == null || agent.isBlank()) {
            return true;
        }
        long now = simulation.now();
        if (faults.strikes(Fault.BANNED)) {
            bannedUntil = now + Faults.BAN_SECONDS;
        }
        return faults.rate(Fault.BANNED) > 0 && now < bannedUntil;
    }

    private void page(HttpExchange exchange, String path) throws IOException {
        if (path.equals("/ephemeral/sequence.json")) {
            pointer(exchange);
            return;
        }
        Matcher numbered = NUMBERED.matcher(path);
        if (numbered.matches()) {
            killmail(exchange, Long.parseLong(numbered.group(1)));
        } else if (!history.answer(exchange, path)) {
            Answer.html(exchange, 404, "Not found");
        }
    }

    private void pointer(HttpExchange exchange) throws IOException {
        long behind = simulation.timeline().head() - Timeline.FIRST_SEQUENCE;
        if (behind < 0) {
            Answer.html(exchange, 404, "Not found");
            return;
        }
        long pointer = Timeline.FIRST_SEQUENCE + behind / POINTER_STEP * POINTER_STEP;
        if (faults.strikes(Fault.STALE_POINTER)) {
            pointer = Math.max(Timeline.FIRST_SEQUENCE, pointer - POINTER_STEP);
        }
        if (faults.strikes(Fault.POINTER_STEPS_BACK)) {
            pointer = Math.max(Timeline.FIRST_SEQUENCE, pointer - STEPS_BACK);
        }
        Answer.json(exchange, 200, "{\"sequence\":" + pointer + "}");
    }

    private void killmail(HttpExchange exchange, long number) throws IOException {
        if (number < Timeline.FIRST_SEQUENCE
                || number > simulation.timeline().head()
                || isGone(number)
                || isStale404(number)) {
            Answer.html(exchange, 404, "Not found");
            return;
        }
        Optional<Publication> found = simulation.timeline().publication(number);
        Publication publication = found.orElseThrow();
        if (publication.rewritten() != null && faults.strikes(Fault.STALE_BODY)) {
            publication = publication.previous();
        }
        byte[] body = simulation.mails().envelope(publication);
        if (faults.strikes(Fault.TRUNCATED)) {
            Answer.truncated(exchange, body);
        } else if (faults.strikes(Fault.RESET)) {
            Answer.reset(exchange, body);
        } else {
            Answer.json(exchange, 200, body);
        }
    }

    private boolean isGone(long number) {
        return simulation.now() - simulation.timeline().uploadedAt(number)
                        > simulation.retention().toSeconds()
                || faults.strikes(Fault.EXPIRED, number);
    }

    private synchronized boolean isStale404(long number) {
        return faults.strikes(Fault.STALE_404, number) && staleAsked.merge(number, 1, Integer::sum) <= STALE_TIMES;
    }
}
