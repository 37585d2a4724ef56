package io.battlescope.local.admin;

import java.time.Duration;
import java.util.Locale;

/** A bar that grows; where there is no terminal, a line with every tenth. */
final class Progress {

    private static final int WIDTH = 30;
    private static final int TENTHS = 10;

    private final Screen screen;
    private final boolean quiet;
    private String last = "";
    private long lastTenth = -1;

    /** @param quiet for scripts, which read the end alone */
    Progress(Screen screen, boolean quiet) {
        this.screen = screen;
        this.quiet = quiet;
    }

    /** @param perSecond {@code null} as long as nobody knows, and so is the other */
    void show(String what, long done, long total, Double perSecond, Long etaSeconds) {
        double share = total <= 0 ? 1 : Math.min(1, (double) done / total);
        int full = (int) (share * WIDTH);
        String line = what + " [" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] "
                + String.format(Locale.ROOT, "%3d%%  %,d of %,d", (int) (share * 100), done, total)
                + (perSecond == null ? "" : String.format(Locale.ROOT, "  %,.0f/s", perSecond))
                + (etaSeconds == null ? "" : "  " + duration(etaSeconds) + " left");
        show(line, (long) (share * TENTHS));
    }

    /** Something of which nobody knows how long it takes. */
    void show(String line) {
        show(line, line.hashCode());
    }

    private void show(String line, long tenth) {
        boolean worthIt = screen.isTerminal() ? !line.equals(last) : tenth != lastTenth;
        if (worthIt && !quiet) {
            screen.update(line);
        }
        last = line;
        lastTenth = tenth;
    }

    /** To be called before anything else is said. */
    void end() {
        if (!quiet && !last.isEmpty()) {
            screen.endUpdates();
        }
    }

    static String duration(long seconds) {
        Duration time = Duration.ofSeconds(seconds);
        return time.toHours() > 0
                ? time.toHours() + " h " + time.toMinutesPart() + " min"
                : time.toMinutes() > 0 ? time.toMinutes() + " min " + time.toSecondsPart() + " s" : seconds + " s";
    }
}
