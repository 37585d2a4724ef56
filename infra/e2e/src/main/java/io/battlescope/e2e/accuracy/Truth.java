package io.battlescope.e2e.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.battlescope.e2e.rule.Hulls;
import io.battlescope.e2e.rule.Mail;
import io.battlescope.e2e.rule.PaperBattle;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what the simulator knows: a line a killmail, with the fight it belongs to and where its parties stood. */
final class Truth {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, Map<Long, Mail>> mails = new HashMap<>();
    private final Map<String, Map<Long, String>> sides = new HashMap<>();

    private Truth() {}

    /** @param published the killmails of the feed, by id; others are passed over */
    static List<Fight> read(Path file, Map<Long, Mail> published, Hulls hulls) throws IOException {
        Truth truth = new Truth();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                truth.add(JSON.readTree(line), published);
            }
        }
        return truth.fights(hulls);
    }

    private void add(JsonNode line, Map<Long, Mail> published) {
        String fight = line.path("fight").textValue();
        Mail mail = published.get(line.path("killmail_id").longValue());
        if (mail == null) {
            return;
        }
        kinds.put(fight, line.path("kind").textValue());
        mails.computeIfAbsent(fight, _ -> new HashMap<>()).put(mail.id(), mail);
        Map<Long, String> stands = sides.computeIfAbsent(fight, _ -> new HashMap<>());
        line.path("sides")
                .properties()
                .forEach(side ->
                        stands.put(Long.valueOf(side.getKey()), side.getValue().textValue()));
    }

    private List<Fight> fights(Hulls hulls) {
        return mails.entrySet().stream()
                .map(fight -> new Fight(
                        fight.getKey(),
                        kinds.get(fight.getKey()),
                        fight.getValue(),
                        sides.get(fight.getKey()),
                        isBattle(fight.getValue(), hulls)))
                .toList();
    }

    /** The definition, not the way to find it: two losses, players on them, in space that others can enter. */
    private static boolean isBattle(Map<Long, Mail> mails, Hulls hulls) {
        List<Mail> eligible = mails.values().stream().filter(Mail::isEligible).toList();
        return PaperBattle.losses(eligible, hulls) >= 2;
    }
}
