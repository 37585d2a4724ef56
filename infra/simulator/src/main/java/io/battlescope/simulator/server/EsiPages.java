package io.battlescope.simulator.server;

import com.sun.net.httpserver.HttpExchange;
import io.battlescope.simulator.feed.Hashes;
import io.battlescope.simulator.feed.Posted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** ESI: its routes are in {@link EsiRoutes}, its limits and moods are here. */
final class EsiPages implements Pages {

    private static final Pattern KILLMAIL = Pattern.compile("/killmails/(\\d{1,18})/([0-9a-fA-F]{1,64})/?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final LocalTime DOWNTIME = LocalTime.of(11, 0);
    private static final LocalTime DOWNTIME_ENDS = LocalTime.of(11, 15);
    private static final int[] ERRORS = {500, 502, 503, 504};
    private static final int UNTIL_STALE_SECONDS = 3_600;
    private static final int MONTH_SECONDS = 30 * 86_400;

    private final Simulation simulation;
    private final Faults faults;
    private final EsiRoutes routes;
    private final EsiBudget budget = new EsiBudget();

    EsiPages(Simulation simulation, Directory directory) {
        this.simulation = simulation;
        this.faults = simulation.faults();
        this.routes = new EsiRoutes(simulation, directory);
    }

    @Override
    public void answer(HttpExchange exchange, String path) throws IOException {
        Matcher killmail = KILLMAIL.matcher(path);
        boolean grouped = killmail.matches();
        long now = simulation.now();
        if (faults.strikes(Fault.ESI_HANG)) {
            Answer.after(Faults.HANG_SECONDS);
            exchange.close();
            return;
        }
        if (faults.strikes(Fault.ESI_ERROR_LIMITED)) {
            budget.limitErrors(now + Faults.ERROR_LIMIT_SECONDS);
        }
        String date = exchange.getRequestHeaders().getFirst("X-Compatibility-Date");
        if (budget.isErrorLimited(now)) {
            budget.count(now, 420, exchange.getResponseHeaders());
            Answer.error(exchange, 420, "This software has exceeded the error limit for ESI.");
        } else if (date != null && !DATE.matcher(date).matches()) {
            refuse(exchange, grouped, 400, "The compatibility date is malformed.");
        } else if (isDown(now)) {
            refuse(exchange, grouped, 503, "The datasource tranquility is temporarily unavailable");
        } else if (faults.strikes(Fault.ESI_THROTTLED)) {
            Answer.error(exchange, 429, "Too many requests");
        } else if (faults.strikes(Fault.ESI_ERROR)) {
            int status = ERRORS[ThreadLocalRandom.current().nextInt(ERRORS.length)];
            refuse(exchange, grouped, status, "Timeout contacting tranquility");
        } else if (grouped) {
            killmail(exchange, Long.parseLong(killmail.group(1)), killmail.group(2));
        } else {
            route(exchange, path);
        }
    }

    private boolean isDown(long now) {
        LocalTime time = ZonedDateTime.ofInstant(Instant.ofEpochSecond(now), ZoneOffset.UTC)
                .toLocalTime();
        boolean downtime = !time.isBefore(DOWNTIME) && time.isBefore(DOWNTIME_ENDS);
        return (downtime && faults.strikes(Fault.ESI_DOWNTIME)) || faults.strikes(Fault.ESI_DOWN);
    }

    private void refuse(HttpExchange exchange, boolean grouped, int status, String sentence) throws IOException {
        book(exchange, grouped, status);
        Answer.error(exchange, status, sentence);
    }

    private void book(HttpExchange exchange, boolean grouped, int status) {
        if (grouped) {
            budget.spend(simulation.now(), status, exchange.getResponseHeaders());
        } else {
            budget.count(simulation.now(), status, exchange.getResponseHeaders());
        }
    }

    private void killmail(HttpExchange exchange, long killmailId, String hash) throws IOException {
        long exhausted = budget.exhaustedFor(simulation.now());
        if (exhausted > 0) {
            exchange.getResponseHeaders().set("Retry-After", Long.toString(exhausted));
            refuse(exchange, true, 429, "Rate limit exceeded");
            return;
        }
        Optional<Posted> posted = simulation.timeline().killmail(killmailId);
        if (posted.isEmpty() || !Hashes.of(posted.get().kill()).equalsIgnoreCase(hash)) {
            refuse(exchange, true, 422, "Invalid killmail_id and/or killmail_hash");
            return;
        }
        // the order of attackers differs from one answer to the next
        long order = ThreadLocalRandom.current().nextLong(1_000);
        byte[] body = simulation.mails().body(killmailId, posted.get().kill(), order);
        cacheable(exchange, MONTH_SECONDS);
        book(exchange, true, 200);
        give(exchange, body);
    }

    private void route(HttpExchange exchange, String path) throws IOException {
        EsiRoutes.Reply reply = routes.reply(exchange, path);
        if (reply.status() != 200) {
            refuse(exchange, false, reply.status(), reply.body());
            return;
        }
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        if (exchange.getRequestMethod().equals("GET")) {
            String tag = tag(body);
            exchange.getResponseHeaders().set("ETag", tag);
            cacheable(exchange, UNTIL_STALE_SECONDS);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                book(exchange, false, 304);
                exchange.sendResponseHeaders(304, -1);
                exchange.getResponseBody().close();
                return;
            }
        }
        book(exchange, false, 200);
        give(exchange, body);
    }

    private void give(HttpExchange exchange, byte[] body) throws IOException {
        if (faults.strikes(Fault.ESI_TRUNCATED)) {
            Answer.truncated(exchange, body);
        } else {
            Answer.json(exchange, 200, body);
        }
    }

    private void cacheable(HttpExchange exchange, int seconds) {
        ZonedDateTime expires =
                ZonedDateTime.ofInstant(Instant.ofEpochSecond(simulation.now() + seconds), ZoneOffset.UTC);
        exchange.getResponseHeaders().set("Expires", DateTimeFormatter.RFC_1123_DATE_TIME.format(expires));
        exchange.getResponseHeaders().set("Cache-Control", "public, max-age=" + seconds);
    }

    private static String tag(byte[] body) {
        CRC32 sum = new CRC32();
        sum.update(body);
        return "\"" + HexFormat.of().toHexDigits(sum.getValue()) + "\"";
    }
}
