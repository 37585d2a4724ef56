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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stream as a bad day brings it: late and shuffled, a tenth of it twice, and broken lines between.
 *
 * @param mails the killmails that are in it, by id
 * @param quarantined broken lines by the code they deserve, but for those that come right
 * @param cameRight broken lines that name a killmail that comes whole after them
 */
public record GeneratedFeed(
        List<String> lines, Map<Long, Mail> mails, int duplicates, Map<String, Long> quarantined, long cameRight) {

    private static final int BROKEN_OF_EACH_KIND = 3;
    private static final Pattern KILLMAIL_ID = Pattern.compile("^\\{.*?\"killmail_id\":(\\d+)");

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
        Map<String, String> broken = new LinkedHashMap<>();
        for (int i = 0; i < BROKEN_OF_EACH_KIND; i++) {
            BrokenLines.from(bodies.get(dice.nextInt(killmails))).forEach((code, line) -> broken.put(line, code));
        }
        lines.addAll(broken.keySet());
        Collections.shuffle(lines, dice);
        Map<String, Long> quarantined = stay(lines, broken);
        long stay = quarantined.values().stream().mapToLong(Long::longValue).sum();
        return new GeneratedFeed(lines, mails, killmails / 10, quarantined, broken.size() - stay);
    }

    /** By code the broken lines that no line with the same killmail follows. */
    private static Map<String, Long> stay(List<String> lines, Map<String, String> broken) {
        Map<String, Long> stay = new TreeMap<>();
        Set<String> whole = new HashSet<>();
        for (String line : lines.reversed()) {
            String code = broken.get(line);
            if (code == null) {
                whole.add(named(line));
            } else if (!whole.contains(named(line))) {
                stay.merge(code, 1L, Long::sum);
            }
        }
        return stay;
    }

    /** Empty where it names none. */
    private static String named(String line) {
        Matcher matcher = KILLMAIL_ID.matcher(line);
        return matcher.find() ? matcher.group(1) : "";
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
