package io.battlescope.simulator.server;

import com.sun.net.httpserver.HttpExchange;
import io.battlescope.simulator.feed.Hashes;
import io.battlescope.simulator.feed.Posted;
import io.battlescope.simulator.feed.Timeline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * zKillboard's history: made once a day at six in the morning, with what was posted by then. So yesterday appears at six, and days
 * grow when late mails come.
 */
final class History {

    private static final Pattern DAY = Pattern.compile("/history/(raw/)?(\\d{8})\\.json");
    private static final int DAY_SECONDS = 86_400;
    private static final int SIX_HOURS = 6 * 3_600;

    private final Simulation simulation;
    private final Timeline timeline;
    private final Faults faults;

    History(Simulation simulation) {
        this.simulation = simulation;
        this.timeline = simulation.timeline();
        this.faults = simulation.faults();
    }

    boolean answer(HttpExchange exchange, String path) throws IOException {
        if (path.equals("/history/totals.json")) {
            String totals = days().stream()
                    .map(day -> "\"" + name(day) + "\":" + mails(day).size())
                    .collect(Collectors.joining(",", "{", "}"));
            Answer.json(exchange, 200, totals);
            return true;
        }
        Matcher matcher = DAY.matcher(path);
        if (!matcher.matches()) {
            return false;
        }
        long day = LocalDate.parse(matcher.group(2), DateTimeFormatter.BASIC_ISO_DATE)
                .toEpochDay();
        if (!days().contains(day)) {
            return false;
        }
        return matcher.group(1) == null ? index(exchange, day) : raw(exchange, day);
    }

    private boolean index(HttpExchange exchange, long day) throws IOException {
        if (faults.strikes(Fault.INDEX_MISSING, day)) {
            return false;
        }
        String index = mails(day).stream()
                .map(mail -> "\"" + mail.killmailId() + "\":\"" + Hashes.of(mail.kill()) + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        Answer.json(exchange, 200, index);
        return true;
    }

    private boolean raw(HttpExchange exchange, long day) throws IOException {
        if (faults.strikes(Fault.RAW_MISSING, day)) {
            return false;
        }
        List<Posted> mails = mails(day);
        if (faults.strikes(Fault.RAW_TRUNCATED, day)) {
            ByteArrayOutputStream some = new ByteArrayOutputStream();
            raw(some, mails.subList(0, Math.min(mails.size(), 200)));
            Answer.truncated(exchange, some.toByteArray());
        } else {
            Answer.stream(exchange, "application/json", out -> raw(out, mails));
        }
        return true;
    }

    private void raw(OutputStream out, List<Posted> mails) throws IOException {
        out.write('{');
        boolean first = true;
        for (Posted mail : mails) {
            out.write(((first ? "" : ",") + "\"" + mail.killmailId() + "\":").getBytes(StandardCharsets.US_ASCII));
            out.write(simulation.mails().body(mail.killmailId(), mail.kill(), mail.killmailId()));
            first = false;
        }
        out.write('}');
    }

    private List<Long> days() {
        long lastMade = Math.floorDiv(simulation.now() - SIX_HOURS, DAY_SECONDS) - 1;
        return timeline.days().stream().filter(day -> day <= lastMade).toList();
    }

    /** What the day held when it was last walked. */
    private List<Posted> mails(long day) {
        long walked = Math.floorDiv(simulation.now() - SIX_HOURS, DAY_SECONDS) * DAY_SECONDS + SIX_HOURS;
        long firstWalk = (day + 1) * DAY_SECONDS + SIX_HOURS;
        int[] places = timeline.killsOf(day);
        List<Posted> mails = new ArrayList<>();
        for (int place = places[0]; place < places[1]; place++) {
            Posted mail = timeline.posted(place);
            boolean known = mail.postedAt() != 0 && mail.postedAt() <= walked;
            boolean heldBack = walked == firstWalk && faults.strikes(Fault.HISTORY_GROWS, mail.killmailId());
            if (known && !heldBack) {
                mails.add(mail);
            }
        }
        return mails;
    }

    private static String name(long day) {
        return LocalDate.ofEpochDay(day).format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
