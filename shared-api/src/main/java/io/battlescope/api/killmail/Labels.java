package io.battlescope.api.killmail;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** The labels that zKillboard puts on killmails, such as {@code tz:eu}, {@code loc:nullsec} or {@code ganked}. */
public final class Labels {

    /** Labels that are kept of one killmail, at most. */
    public static final int MOST = 64;

    /** Printable ASCII, as all of zKillboard's are, and 64 characters at most. */
    private static final Pattern USABLE = Pattern.compile("[ -~]{1,64}");

    private Labels() {}

    /**
     * Those that can be kept, sorted and each once, so that the same labels are equal in whatever order they come. Others are
     * dropped: a label is no reason to refuse a killmail.
     */
    public static List<String> of(Collection<String> labels) {
        return labels.stream()
                .filter(label -> label != null && USABLE.matcher(label).matches())
                .distinct()
                .sorted()
                .limit(MOST)
                .toList();
    }
}
