package io.battlescope.e2e.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.battlescope.e2e.rule.Mail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A stream as a bad day brings it: late and shuffled, a tenth of it twice, and broken lines between.
 *
 * @param mails the killmails that are in it, by id
 * @param quarantined broken lines by the code they deserve
 */
public record GeneratedFeed(List<String> lines, Map<Long, Mail> mails, int duplicates, Map<String, Long> quarantined) {

    private static final int BROKEN_OF_EACH_KIND = 3;

    public static GeneratedFeed of(int killmails, long seed) {
        Random dice = new Random(seed);
        List<ObjectNode> bodies = new Fights(dice).mails(killmails);
        Map<Long, Mail> mails = new LinkedHashMap<>();
        bodies.forEach(body -> mails.put(body.path("killmail_id").longValue(), Mail.of(body, body.path("zkb"))));
        List<String> lines = new ArrayList<>();
        bodies.forEach(body -> lines.add(dice.nextInt(7) == 0 ? enveloped(body) : body.toString()));
        for (int i = 0; i < killmails / 10; i++) {
            lines.add(again(bodies.get(dice.nextInt(killmails)), dice));
        }
        Map<String, Long> quarantined = new TreeMap<>();
        for (int i = 0; i < BROKEN_OF_EACH_KIND; i++) {
            BrokenLines.from(bodies.get(dice.nextInt(killmails))).forEach((code, line) -> {
                lines.add(line);
                quarantined.merge(code, 1L, Long::sum);
            });
        }
        Collections.shuffle(lines, dice);
        return new GeneratedFeed(lines, mails, killmails / 10, quarantined);
    }

    public Path writeTo(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, String.join("\n", lines) + "\n");
    }

    /** As the live feed sends it. */
    private static String enveloped(ObjectNode body) {
        ObjectNode envelope = Bodies.JSON
                .createObjectNode()
                .put("killmail_id", body.path("killmail_id").longValue())
                .put("hash", body.path("killmail_hash").textValue());
        ObjectNode esi = body.deepCopy();
        esi.remove(List.of("zkb", "killmail_hash"));
        envelope.set("esi", esi);
        envelope.set("zkb", body.path("zkb"));
        return envelope.toString();
    }

    /** The order of attackers is not the same from one delivery to the next. */
    private static String again(ObjectNode body, Random dice) {
        ObjectNode copy = body.deepCopy();
        List<JsonNode> attackers = new ArrayList<>();
        copy.path("attackers").forEach(attackers::add);
        Collections.shuffle(attackers, dice);
        ArrayNode shuffled = copy.putArray("attackers");
        attackers.forEach(shuffled::add);
        return copy.toString();
    }
}
