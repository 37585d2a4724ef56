package io.battlescope.simulator.server;

import com.sun.net.httpserver.HttpExchange;
import io.battlescope.simulator.feed.Posted;
import io.battlescope.simulator.feed.Timeline;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** EVE Ref's daily archives: made anew whenever they are asked for, with what was posted by then. */
final class EverefPages implements Pages {

    private static final Pattern ARCHIVE =
            Pattern.compile("/killmails/(\\d{4})/killmails-(\\d{4}-\\d{2}-\\d{2})\\.tar\\.bz2");
    private static final int DAY_SECONDS = 86_400;
    /** Small blocks: the size of the machine is unknown, and days are small. */
    private static final int BLOCK = 2;

    private final Simulation simulation;
    private final Timeline timeline;

    EverefPages(Simulation simulation) {
        this.simulation = simulation;
        this.timeline = simulation.timeline();
    }

    @Override
    public void answer(HttpExchange exchange, String path) throws IOException {
        if (path.equals("/killmails/totals.json")) {
            String totals = timeline.days().stream()
                    .filter(this::isOver)
                    .map(day -> "\"" + LocalDate.ofEpochDay(day).format(DateTimeFormatter.BASIC_ISO_DATE) + "\":"
                            + mails(day).size())
                    .collect(Collectors.joining(",", "{", "}"));
            Answer.json(exchange, 200, totals);
            return;
        }
        Matcher archive = ARCHIVE.matcher(path);
        if (archive.matches() && archive.group(2).startsWith(archive.group(1))) {
            archive(exchange, archive.group(2));
        } else {
            Answer.html(exchange, 404, "Not found");
        }
    }

    private void archive(HttpExchange exchange, String date) throws IOException {
        long day;
        try {
            day = LocalDate.parse(date).toEpochDay();
        } catch (DateTimeParseException e) {
            Answer.html(exchange, 404, "Not found");
            return;
        }
        if (!isOver(day) || !timeline.days().contains(day)) {
            Answer.html(exchange, 404, "Not found");
            return;
        }
        List<Posted> mails = mails(day);
        Answer.stream(exchange, "application/x-bzip2", out -> write(out, mails));
    }

    private void write(OutputStream out, List<Posted> mails) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new BZip2CompressorOutputStream(out, BLOCK))) {
            for (Posted mail : mails) {
                byte[] body =
                        withCacheTime(simulation.mails().body(mail.killmailId(), mail.kill(), ~mail.killmailId()));
                TarArchiveEntry entry = new TarArchiveEntry("killmails/" + mail.killmailId() + ".json");
                entry.setSize(body.length);
                tar.putArchiveEntry(entry);
                tar.write(body);
                tar.closeArchiveEntry();
            }
        }
    }

    /** Real archives carry a key that ESI does not have. */
    private static byte[] withCacheTime(byte[] body) {
        String json = new String(body, StandardCharsets.UTF_8);
        return (json.substring(0, json.length() - 1) + ",\"http_last_modified\":\"2026-01-01T00:00:00Z\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private boolean isOver(long day) {
        return (day + 1) * DAY_SECONDS <= simulation.now();
    }

    private List<Posted> mails(long day) {
        int[] places = timeline.killsOf(day);
        List<Posted> mails = new ArrayList<>();
        for (int place = places[0]; place < places[1]; place++) {
            Posted mail = timeline.posted(place);
            if (mail.postedAt() != 0) {
                mails.add(mail);
            }
        }
        return mails;
    }
}
