package io.battlescope.ingestion.history;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.battlescope.ingestion.feed.FeedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * zKillboard's history: made about six hours after a day ends, and made again when late killmails have come. All of it is one JSON
 * object each, read field by field.
 */
final class ZkillHistory {

    /** What to do with a field; the parser stands at its value. */
    @FunctionalInterface
    private interface Field {
        void read(String name, JsonParser value) throws IOException, InterruptedException;
    }

    private final HistoryHost host;

    ZkillHistory(HistoryHost host) {
        this.host = host;
    }

    /** How many killmails each day has, by now. */
    Map<LocalDate, Long> totals() throws FeedException, InterruptedException {
        Map<LocalDate, Long> totals = new HashMap<>();
        boolean there = fields("history/totals.json", (name, value) -> {
            LocalDate day = day(name);
            if (day != null && value.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                totals.put(day, value.getLongValue());
            }
        });
        if (!there) {
            throw new FeedException("history-missing", "history/totals.json is not there (404)", null);
        }
        return totals;
    }

    /** Ids and hashes of a day; empty when there is no such file. */
    Optional<Listing> index(LocalDate day) throws FeedException, InterruptedException {
        Map<Long, String> hashes = new HashMap<>();
        boolean there = fields("history/" + compact(day) + ".json", (name, value) -> {
            Long id = id(name);
            if (id != null) {
                hashes.put(id, value.getValueAsString(""));
            }
        });
        return there ? Optional.of(new Listing(Listing.ZKILLBOARD, hashes)) : Optional.empty();
    }

    /** Hands on those of the wanted that the day's dump has, and strikes them off. A day without a dump has none. */
    void raw(LocalDate day, Map<Long, String> wanted, Judge judge) throws FeedException, InterruptedException {
        fields("history/raw/" + compact(day) + ".json", (name, value) -> {
            Long id = id(name);
            if (id != null && wanted.containsKey(id) && judge.handOn(id, Envelope.around(id, wanted.get(id), value))) {
                wanted.remove(id);
            }
        });
    }

    private boolean fields(String path, Field field) throws FeedException, InterruptedException {
        Optional<InputStream> file = host.open(path);
        if (file.isEmpty()) {
            return false;
        }
        try (InputStream body = file.get();
                Spool spool = Spool.of(body);
                JsonParser json = Envelope.JSON.createParser(spool.open())) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new FeedException("history-broken", path + " is no JSON object", null);
            }
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                field.read(name, json);
                json.skipChildren();
            }
            return true;
        } catch (InterruptedIOException e) {
            throw interrupted(e);
        } catch (IOException e) {
            // cut off, a web page, or the disk is full
            throw new FeedException("history-broken", path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static InterruptedException interrupted(InterruptedIOException e) {
        InterruptedException interrupted = new InterruptedException(e.getMessage());
        interrupted.initCause(e);
        return interrupted;
    }

    private static String compact(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    /** Some write the dates with hyphens. */
    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.replace("-", ""), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Long id(String text) {
        return text.matches("[1-9][0-9]{0,17}") ? Long.valueOf(text) : null;
    }
}
