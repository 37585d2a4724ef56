package io.battlescope.bench;

import java.util.Locale;

/** Numbers as people read them. */
final class Format {

    private static final int KIBI = 1024;

    private Format() {}

    static String count(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    static String rate(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, value < 100 ? "%,.1f" : "%,.0f", value) : "-";
    }

    static String seconds(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.1f s", value) : "-";
    }

    static String delay(double seconds) {
        if (!Double.isFinite(seconds)) {
            return "-";
        }
        if (seconds < 1) {
            return String.format(Locale.ROOT, "%.0f ms", seconds * 1000);
        }
        return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.1f s", seconds);
    }

    static String share(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.0f %%", value * 100) : "-";
    }

    static String mebibytes(long kibibytes) {
        return kibibytes == 0 ? "-" : String.format(Locale.ROOT, "%,d MiB", kibibytes / KIBI);
    }
}
