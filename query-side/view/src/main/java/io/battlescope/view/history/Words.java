package io.battlescope.view.history;

import java.util.ArrayList;
import java.util.List;

/** Figures in words. */
final class Words {

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Words() {}

    static String count(long count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }

    static String killmails(int count) {
        return count(count, "killmail", "killmails");
    }

    /** The two largest units, such as "1 hour 5 minutes"; seconds only of what is shorter than a minute. */
    static String duration(long seconds) {
        if (seconds < MINUTE) {
            return count(seconds, "second", "seconds");
        }
        List<String> parts = new ArrayList<>();
        add(parts, seconds / DAY, "day");
        add(parts, seconds % DAY / HOUR, "hour");
        if (seconds < DAY) {
            add(parts, seconds % HOUR / MINUTE, "minute");
        }
        return String.join(" ", parts);
    }

    private static void add(List<String> parts, long count, String unit) {
        if (count > 0) {
            parts.add(count(count, unit, unit + "s"));
        }
    }

    /** A reason as the end of a sentence. */
    static String ended(String reason) {
        String text = reason == null ? "" : reason.strip();
        return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
    }
}
