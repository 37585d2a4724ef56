package io.battlescope.projection.rebuild;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How far a rebuild is. */
enum RebuildState {
    /** Asked for; the new version's tables are to be made. */
    CREATING,
    /** The new version handles everything from the beginning of the topic. */
    BUILDING,
    /** Both versions are brought to one position and compared. */
    VERIFYING,
    /** Both said the same; waits to be told to switch. */
    READY,
    /** They did not. */
    DIFFERENT,
    /** The old version stands still until the new one is where it is. */
    SWITCHING,
    /** The new version lives; the old one is kept. */
    SWITCHED,
    /** The old version catches up, to live again. */
    ROLLING_BACK,
    /** The old version lives; the new one is kept. */
    ROLLED_BACK,
    /** The version that does not live is thrown away, or is about to be. */
    FINISHED,
    /** The new version never lived, and is thrown away, or is about to be. */
    CANCELLED,
    /** The new version could not be made. */
    FAILED;

    /** Those in which nobody has read the new version yet. */
    static final Set<RebuildState> BEFORE_SWITCH =
            EnumSet.of(CREATING, BUILDING, VERIFYING, READY, DIFFERENT, SWITCHING);

    /** Those in which a version catches up, so that there is progress to tell. */
    private static final Set<RebuildState> CATCHING_UP = EnumSet.of(BUILDING, SWITCHING, ROLLING_BACK);

    static final Set<RebuildState> COMPARED = EnumSet.of(READY, DIFFERENT);

    boolean catchesUp() {
        return CATCHING_UP.contains(this);
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RebuildState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
