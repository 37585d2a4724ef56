package io.battlescope.projection.act;

import io.battlescope.api.admin.AdminOrder;
import io.battlescope.api.admin.OrderDigest;
import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.battle.ActStatus;
import io.battlescope.api.battle.BattleOrder;
import io.battlescope.api.battle.OverlayAct;
import io.battlescope.api.battle.OverlayOrder;
import io.battlescope.api.battle.ReclusterOrder;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

/**
 * One row of table {@code act}: an act, or a part of one, as far as it is known.
 *
 * @param askedOf who is to carry it out, which is of interest only while it is pending; {@code null} from then on
 * @param decidedAt of what is known now, while it is running; {@code null} while it is pending
 * @param figures {@code null} while it is pending
 * @param before likewise
 * @param after likewise
 * @param digest of what was asked for; {@code null} where only an outcome is known
 */
record KnownAct(
        Key key,
        String askedOf,
        int parts,
        String what,
        String target,
        String actor,
        String reason,
        Instant requestedAt,
        Instant decidedAt,
        ActStatus status,
        String code,
        String detail,
        Map<String, Long> figures,
        Map<String, String> before,
        Map<String, String> after,
        String digest) {

    private static final String DECIDED_BY_THE_GATEWAY = "access.";

    static final String OF_BATTLES = "battles";
    /** Of everything on {@code admin.commands}; the name is older than acts on anything but feeds. */
    static final String OF_FEEDS = "feeds";

    record Key(String actId, int part) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::actId).thenComparingInt(Key::part);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    static KnownAct requested(BattleOrder order) {
        return switch (order) {
            case OverlayOrder overlay ->
                new KnownAct(
                        new Key(overlay.actId(), 0),
                        OF_BATTLES,
                        1,
                        "overlay." + OverlayAct.nameOf(overlay.act()),
                        overlay.battleId(),
                        overlay.actor(),
                        overlay.reason(),
                        overlay.requestedAt(),
                        OrderDigest.of(overlay));
            case ReclusterOrder recluster ->
                new KnownAct(
                        new Key(recluster.actId(), recluster.part()),
                        OF_BATTLES,
                        recluster.parts(),
                        recluster.dryRun() ? "recluster.dryRun" : "recluster",
                        recluster.systemId() == null ? "everything" : "system " + recluster.systemId(),
                        recluster.actor(),
                        recluster.reason(),
                        recluster.requestedAt(),
                        OrderDigest.of(recluster));
        };
    }

    static KnownAct requested(AdminOrder order) {
        return new KnownAct(
                new Key(order.actId(), 0),
                OF_FEEDS,
                1,
                order.what(),
                order.target(),
                order.actor(),
                order.reason(),
                order.requestedAt(),
                OrderDigest.of(order));
    }

    /** A pending one. */
    private KnownAct(
            Key key,
            String askedOf,
            int parts,
            String what,
            String target,
            String actor,
            String reason,
            Instant requestedAt,
            String digest) {
        this(
                key,
                askedOf,
                parts,
                what,
                target,
                actor,
                reason,
                requestedAt,
                null,
                ActStatus.PENDING,
                null,
                null,
                null,
                null,
                null,
                digest);
    }

    /** What the gateway decided itself, such as a refused request or a key, was never handed over to anybody: it is for the audit alone. */
    static boolean isAct(ActOutcome outcome) {
        return outcome.parts() > 0 && !outcome.what().startsWith(DECIDED_BY_THE_GATEWAY);
    }

    static KnownAct of(ActOutcome outcome) {
        return new KnownAct(
                new Key(outcome.actId(), outcome.part()),
                null,
                outcome.parts(),
                outcome.what(),
                outcome.target(),
                outcome.actor(),
                outcome.reason(),
                outcome.requestedAt(),
                outcome.decidedAt(),
                outcome.status(),
                outcome.code(),
                outcome.detail(),
                outcome.figures(),
                outcome.before(),
                outcome.after(),
                null);
    }

    /**
     * Of two outcomes the one that is at its end counts, of two such the one that had an effect, else the earlier; of two on the way the
     * later. Then the order of hearing does not matter.
     */
    KnownAct or(KnownAct other) {
        int further = Integer.compare(rank(other.status), rank(status));
        if (further != 0) {
            return further > 0 ? other : this;
        }
        boolean isRunning = status == ActStatus.RUNNING;
        boolean counts = isRunning ? other.decidedAt.isAfter(decidedAt) : other.decidedAt.isBefore(decidedAt);
        return counts ? other : this;
    }

    private static int rank(ActStatus status) {
        return switch (status) {
            case PENDING -> 0;
            case RUNNING -> 1;
            case REFUSED -> 2;
            case DONE -> 3;
        };
    }
}
