package io.battlescope.view.asof;

import io.battlescope.api.battle.BattleAbsorbed;
import io.battlescope.api.battle.BattleEnded;
import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.BattleMerged;
import io.battlescope.api.battle.BattleOpened;
import io.battlescope.api.battle.BattleReopened;
import io.battlescope.api.battle.BattleResumed;
import io.battlescope.api.battle.BattleTotals;
import io.battlescope.api.battle.KillmailsAttributed;
import io.battlescope.api.battle.KillmailsRemoved;
import io.battlescope.api.battle.KillmailsRevalued;
import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.battle.OverlayAct;
import io.battlescope.api.battle.OverlayChanged;
import io.battlescope.api.battle.OverlayEntry;
import io.battlescope.api.battle.OverlayUndone;
import io.battlescope.api.battle.PartySide;
import io.battlescope.api.battle.RuleAdopted;
import io.battlescope.api.battle.SidesDrawn;
import io.battlescope.view.battle.BattleStatus;
import io.battlescope.view.history.Told;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A battle while its history is told; entries have to come in order, from the first one. */
final class PastBattle {

    private static final Comparator<OverlayEntry> OLDEST_FIRST =
            Comparator.comparing(OverlayEntry::at).thenComparing(OverlayEntry::actId);

    private BattleOpened opened;
    private LinkageRule rule;
    private BattleTotals totals;
    private long version;
    private String mergedInto;
    private BattleStatus status = BattleStatus.ONGOING;
    /** Values by killmail; an unknown one is empty. */
    private final Map<Long, Optional<BigDecimal>> killmails = new HashMap<>();

    private final Map<Long, PartySide> sides = new TreeMap<>();
    private final Map<String, OverlayEntry> overlay = new HashMap<>();

    void next(long sequence, Told told) {
        version = sequence;
        switch (told) {
            case Told.Added added -> {
                added.killmails().forEach(this::value);
                totals = added.totals();
            }
            case Told.Removed removed -> {
                removed.killmails().forEach(mail -> killmails.remove(mail.killmailId()));
                totals = removed.totals();
            }
            case Told.Revalued revalued -> {
                revalued.killmails().forEach(this::value);
                totals = revalued.totals();
            }
            case Told.Whole whole -> next(whole.event());
            case Told.Unknown _ -> {
                // it cannot have changed what this version knows to show
            }
        }
    }

    private void value(Told.Mail mail) {
        killmails.put(mail.killmailId(), Optional.ofNullable(mail.isk()));
    }

    private void next(BattleEvent event) {
        switch (event) {
            case BattleOpened e -> {
                opened = e;
                rule = e.rule();
            }
            case SidesDrawn e -> e.changes().forEach(this::stands);
            case OverlayChanged e -> overlay.put(e.entry().actId(), e.entry());
            case OverlayUndone e -> overlay.remove(e.undoneActId());
            case RuleAdopted e -> rule = e.rule();
            case BattleMerged e -> merged(e);
            case BattleReopened _ -> mergedInto = null;
            case BattleEnded _ -> status = BattleStatus.ENDED;
            case BattleResumed _ -> status = BattleStatus.ONGOING;
            // the killmails taken over follow as added
            case BattleAbsorbed _, KillmailsAttributed _, KillmailsRemoved _, KillmailsRevalued _ -> {}
        }
    }

    private void stands(PartySide party) {
        sides.put(party.party().id(), party);
    }

    /** It holds nothing any more; what it was told is the survivor's now. */
    private void merged(BattleMerged event) {
        mergedInto = event.intoBattleId();
        killmails.clear();
        sides.clear();
        overlay.clear();
        totals = null;
        status = BattleStatus.ONGOING;
    }

    boolean isOpened() {
        return opened != null;
    }

    boolean hasEnoughLosses() {
        return totals != null && totals.startTime() != null && totals.lossCount() >= rule.minLosses();
    }

    /** {@code null} while it lived. */
    String mergedInto() {
        return mergedInto;
    }

    BattleOpened opened() {
        return opened;
    }

    LinkageRule rule() {
        return rule;
    }

    BattleTotals totals() {
        return totals;
    }

    long version() {
        return version;
    }

    BattleStatus status() {
        return status;
    }

    Map<Long, Optional<BigDecimal>> killmails() {
        return killmails;
    }

    List<PartySide> sides() {
        return List.copyOf(sides.values());
    }

    /** Acts in force, oldest first. */
    List<OverlayEntry> overlay() {
        return overlay.values().stream().sorted(OLDEST_FIRST).toList();
    }

    /** The latest one given; {@code null} without one. */
    String title() {
        return overlay().reversed().stream()
                .map(OverlayEntry::act)
                .filter(OverlayAct.SetTitle.class::isInstance)
                .map(act -> ((OverlayAct.SetTitle) act).title())
                .findFirst()
                .filter(title -> !title.isEmpty())
                .orElse(null);
    }
}
