package io.battlescope.e2e.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Lines that are no killmails, by the code under which they have to be set aside. */
final class BrokenLines {

    private BrokenLines() {}

    /** Each kind once, made from a sound killmail. */
    static Map<String, String> from(ObjectNode sound) {
        Map<String, String> lines = new LinkedHashMap<>();
        String whole = sound.toString();
        lines.put("NOT_JSON", whole.substring(0, whole.length() / 2));
        lines.put("NOT_A_KILLMAIL", "[" + whole + "]");
        lines.put(
                "TOO_COMPLEX",
                spoilt(sound, mail -> mail.put("note", "@")).replace("\"@\"", "[".repeat(200) + "]".repeat(200)));
        lines.put("NO_ID", spoilt(sound, mail -> mail.remove("killmail_id")));
        lines.put("BAD_ID", spoilt(sound, mail -> mail.put("killmail_id", -5)));
        lines.put("NO_TIME", spoilt(sound, mail -> mail.remove("killmail_time")));
        lines.put("BAD_TIME", spoilt(sound, mail -> mail.put("killmail_time", "yesterday")));
        lines.put("FUTURE_TIME", spoilt(sound, mail -> mail.put("killmail_time", "2999-01-01T00:00:00Z")));
        lines.put("BEFORE_EVE", spoilt(sound, mail -> mail.put("killmail_time", "1999-01-01T00:00:00Z")));
        lines.put("NO_SYSTEM", spoilt(sound, mail -> mail.remove("solar_system_id")));
        lines.put("NO_VICTIM", spoilt(sound, mail -> mail.remove("victim")));
        lines.put(
                "NO_VICTIM_HULL",
                spoilt(sound, mail -> mail.withObject("/victim").remove("ship_type_id")));
        lines.put("NO_ATTACKERS", spoilt(sound, mail -> mail.putNull("attackers")));
        lines.put("BAD_FIELD", spoilt(sound, mail -> mail.withObject("/victim").put("alliance_id", "Goons")));
        return lines;
    }

    private static String spoilt(ObjectNode sound, Consumer<ObjectNode> harm) {
        ObjectNode mail = sound.deepCopy();
        harm.accept(mail);
        return mail.toString();
    }
}
