package io.battlescope.e2e.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A recorded stream: {@code .jsonl} or {@code .jsonl.gz}, a killmail a line, the ESI body alone or under {@code esi}.
 *
 * @param lines lines that are not blank
 * @param mails by id; the first delivery counts
 */
public record MailFile(long lines, Map<Long, Mail> mails) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    public static MailFile read(Path file) throws IOException {
        Map<Long, Mail> mails = new LinkedHashMap<>();
        long lines = 0;
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(unpacked(file), StandardCharsets.UTF_8), 1 << 16)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank()) {
                    lines++;
                    mail(line).ifPresent(mail -> mails.putIfAbsent(mail.id(), mail));
                }
            }
        }
        return new MailFile(lines, mails);
    }

    /** Empty for lines that are no killmail. */
    private static Optional<Mail> mail(String line) {
        try {
            JsonNode top = JSON.readTree(line);
            JsonNode body = top.has("esi") ? top.path("esi") : top;
            return isKillmail(body) ? Optional.of(Mail.of(body, top.path("zkb"))) : Optional.empty();
        } catch (JsonProcessingException | DateTimeException notReadable) {
            return Optional.empty();
        }
    }

    private static boolean isKillmail(JsonNode body) {
        return body.path("killmail_id").longValue() > 0
                && body.path("killmail_time").isTextual()
                && body.path("solar_system_id").intValue() > 0
                && body.path("victim").path("ship_type_id").intValue() > 0
                && body.path("attackers").isArray()
                && Instant.parse(body.path("killmail_time").textValue()).isBefore(Instant.now());
    }

    private static InputStream unpacked(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    }
}
