package io.battlescope.command.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What admins have said about which killmails belong together. It changes which two killmails are linked, and nothing else; so
 * battles stay a function of the set of killmails and of the corrections in force, and a killmail that comes late finds its place
 * as if it had been there.
 *
 * @param cuts links that do not hold
 * @param moved killmails that are linked to nothing but the killmail named
 * @param joined killmails that are linked whatever lies between them, each with its partners
 */
public record Corrections(List<Cut> cuts, Map<Long, Long> moved, Map<Long, Set<Long>> joined) {

    public static final Corrections NONE = new Corrections(List.of(), Map.of(), Map.of());

    public Corrections {
        cuts = List.copyOf(cuts);
        moved = Map.copyOf(moved);
        joined = Map.copyOf(joined);
    }

    /** A cut through a battle. */
    public sealed interface Cut {

        boolean parts(PlacedKillmail one, PlacedKillmail other);
    }

    /**
     * Kills before an instant are one battle, kills at or after it another. Only mails of those who fought around that instant are
     * parted, since somebody else may fight in the same system.
     *
     * @param at seconds since 1970, UTC
     * @param scope parties on the battle's mails around the cut
     */
    public record TimeCut(int systemId, long at, Set<Long> scope) implements Cut {
        @Override
        public boolean parts(PlacedKillmail one, PlacedKillmail other) {
            return one.systemId() == systemId
                    && one.occurredAt() < at != other.occurredAt() < at
                    && (names(one, scope) || names(other, scope));
        }
    }

    /**
     * Mails that name one of the parties are one battle, mails that name none another, while the battle lasted.
     *
     * @param from first second of the battle, since 1970, UTC
     * @param to last second of the battle
     */
    public record PartyCut(int systemId, long from, long to, Set<Long> parties) implements Cut {
        @Override
        public boolean parts(PlacedKillmail one, PlacedKillmail other) {
            return one.systemId() == systemId
                    && (lasts(one) || lasts(other))
                    && names(one, parties) != names(other, parties);
        }

        private boolean lasts(PlacedKillmail mail) {
            return mail.occurredAt() >= from && mail.occurredAt() <= to;
        }
    }

    private static boolean names(PlacedKillmail mail, Set<Long> parties) {
        return Arrays.stream(mail.parties()).anyMatch(parties::contains);
    }

    boolean parts(PlacedKillmail one, PlacedKillmail other) {
        if (joins(one.killmailId(), other.killmailId())) {
            return false;
        }
        return moved.containsKey(one.killmailId())
                || moved.containsKey(other.killmailId())
                || cuts.stream().anyMatch(cut -> cut.parts(one, other));
    }

    private boolean joins(long one, long other) {
        return joined.getOrDefault(one, Set.of()).contains(other);
    }

    Set<Long> partnersOf(long killmailId) {
        return joined.getOrDefault(killmailId, Set.of());
    }
}
