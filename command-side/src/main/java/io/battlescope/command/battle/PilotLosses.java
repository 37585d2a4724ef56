package io.battlescope.command.battle;

/**
 * What one pilot lost in one battle. A capsule is a loss only when no ship of the pilot was lost with it; so a ship whose
 * mail comes late can turn two lost capsules into one loss.
 */
public record PilotLosses(int ships, int capsules, int others) {

    public static final PilotLosses NONE = new PilotLosses(0, 0, 0);

    public PilotLosses plus(boolean capsule, boolean ship) {
        return new PilotLosses(
                ships + (ship ? 1 : 0), capsules + (capsule ? 1 : 0), others + (capsule || ship ? 0 : 1));
    }

    public PilotLosses minus(boolean capsule, boolean ship) {
        return new PilotLosses(
                ships - (ship ? 1 : 0), capsules - (capsule ? 1 : 0), others - (capsule || ship ? 0 : 1));
    }

    /** Losses that count. */
    public int count() {
        return ships + others + (ships > 0 ? 0 : capsules);
    }
}
