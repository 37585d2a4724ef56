package io.battlescope.api.lifecycle;

import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.battle.KillmailsAttributed;
import io.battlescope.api.battle.KillmailsRemoved;
import io.battlescope.api.battle.KillmailsRevalued;
import io.battlescope.api.battle.OverlayAct;
import io.battlescope.api.battle.OverlayChanged;
import io.battlescope.api.battle.OverlayEntry;
import io.battlescope.api.battle.OverlayUndone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads events of a battle as what changed about it. */
final class Changes {

    /** Kills this much older than the battle's latest one came late, in seconds. */
    private static final long LATE_SECONDS = 900;
    /** {@code BattleOpened} is event 0, and event 1 is what the battle was opened with. */
    private static final long OPENING_KILLMAILS = 1;

    private Changes() {}

    /** What joined: the killmails that came in their time, and the late ones. */
    static List<Change> of(KillmailsAttributed event, long sequence) {
        Instant end = event.totals().endTime();
        List<BattleKillmail> late = sequence <= OPENING_KILLMAILS
                ? List.of()
                : event.killmails().stream()
                        .filter(killmail -> secondsBetween(killmail, end) > LATE_SECONDS)
                        .toList();
        List<BattleKillmail> inTime = event.killmails().stream()
                .filter(killmail -> !late.contains(killmail))
                .toList();
        List<Change> changes = new ArrayList<>();
        if (!inTime.isEmpty() || late.isEmpty()) {
            changes.add(new Change.Growth(ids(inTime)));
        }
        late.stream()
                .min(Comparator.comparing(BattleKillmail::occurredAt))
                .ifPresent(oldest -> changes.add(new Change.LateArrival(ids(late), secondsBetween(oldest, end))));
        return changes;
    }

    static Change of(KillmailsRemoved event) {
        return switch (event.cause()) {
            case EXCLUDED -> new Change.Exclusion(event.actId(), ids(event.killmails()));
            case RECLUSTERED -> new Change.Reclustering(event.actId(), ids(event.killmails()));
        };
    }

    static Change of(KillmailsRevalued event) {
        return new Change.Revaluation(event.revaluations().stream()
                .map(revalued -> new Change.NewValue(
                        revalued.killmail().killmailId(),
                        revalued.before().isk(),
                        revalued.killmail().value().isk()))
                .toList());
    }

    static Change of(OverlayChanged event) {
        OverlayEntry entry = event.entry();
        return new Change.Correction(
                entry.actId(), entry.actor(), entry.reason(), entry.act(), event.adoptedFromBattleId());
    }

    static Change of(OverlayUndone event) {
        OverlayAct undo = new OverlayAct.Undo(event.undoneActId());
        return new Change.Correction(event.actId(), event.actor(), event.reason(), undo, null);
    }

    private static long secondsBetween(BattleKillmail killmail, Instant end) {
        return end.getEpochSecond() - killmail.occurredAt().getEpochSecond();
    }

    private static List<Long> ids(List<BattleKillmail> killmails) {
        return killmails.stream().map(BattleKillmail::killmailId).toList();
    }
}
