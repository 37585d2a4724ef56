package io.battlescope.view.history;

import io.battlescope.api.battle.BattleAbsorbed;
import io.battlescope.api.battle.BattleEnded;
import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.BattleMerged;
import io.battlescope.api.battle.BattleOpened;
import io.battlescope.api.battle.BattleReopened;
import io.battlescope.api.battle.BattleResumed;
import io.battlescope.api.battle.KillmailsAttributed;
import io.battlescope.api.battle.KillmailsRemoved;
import io.battlescope.api.battle.KillmailsRevalued;
import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.battle.OverlayChanged;
import io.battlescope.api.battle.OverlayUndone;
import io.battlescope.api.battle.RemovalCause;
import io.battlescope.api.battle.RuleAdopted;
import io.battlescope.api.battle.SidesDrawn;
import io.battlescope.view.name.EntityNames;
import java.util.List;

/** An event in a sentence, for people. */
final class Sentence {

    private static final int SECONDS_PER_MINUTE = 60;

    private Sentence() {}

    /**
     * Tells an entry.
     *
     * @param lateSeconds how late killmails came; {@code null} when they did not
     * @param takenFrom the battle that killmails were taken over from; {@code null} when they were not
     * @param names what the parties of an act are called
     */
    static String about(Told told, Long lateSeconds, String takenFrom, EntityNames names) {
        return switch (told) {
            case Told.Added added -> added(added.killmails(), lateSeconds, takenFrom);
            case Told.Removed removed -> removed(removed);
            case Told.Revalued revalued -> Worth.sentence(revalued.killmails());
            case Told.Whole whole -> about(whole.event(), names);
            case Told.Unknown unknown -> unknown.kind() + ".";
        };
    }

    private static String added(List<Told.Mail> mails, Long lateSeconds, String takenFrom) {
        if (takenFrom != null) {
            return "Took over " + Words.killmails(mails.size()) + " of battle " + takenFrom + ".";
        }
        long id = mails.isEmpty() ? 0 : mails.getFirst().killmailId();
        if (lateSeconds == null) {
            return mails.size() == 1
                    ? "A killmail arrived: " + id + "."
                    : "Grew by " + Words.killmails(mails.size()) + ".";
        }
        String late = Words.duration(lateSeconds) + " late";
        return mails.size() == 1
                ? "A killmail arrived " + late + ": " + id + "."
                : "Grew by " + Words.killmails(mails.size()) + ", the earliest " + late + ".";
    }

    private static String removed(Told.Removed removed) {
        List<Told.Mail> mails = removed.killmails();
        String which = mails.size() == 1
                ? "Killmail " + mails.getFirst().killmailId() + " was"
                : Words.killmails(mails.size()) + " were";
        return removed.cause() == RemovalCause.EXCLUDED
                ? which + " excluded."
                : which + " taken out, since killmails were clustered anew.";
    }

    private static String about(BattleEvent event, EntityNames names) {
        return switch (event) {
            case BattleOpened e -> "Opened by killmail " + e.openedByKillmailId() + ".";
            case SidesDrawn e ->
                "Sides were redrawn: " + Words.count(e.sideCount(), "side", "sides") + ", "
                        + Words.count(e.changes().size(), "party", "parties") + " moved.";
            case OverlayChanged e -> ActSentence.about(e.entry(), e.adoptedFromBattleId(), names);
            case OverlayUndone e ->
                "Act " + e.undoneActId() + " was undone by " + e.actor() + ": " + Words.ended(e.reason());
            case RuleAdopted e -> "Was clustered anew, with " + rule(e.rule()) + ".";
            case BattleAbsorbed e -> "Took in battle " + e.absorbedBattleId() + because(e.becauseOfKillmailId());
            case BattleMerged e -> "Went into battle " + e.intoBattleId() + because(e.becauseOfKillmailId());
            case BattleReopened _ -> "Stands on its own again, since killmails were clustered anew.";
            case BattleEnded e -> "Ended after " + quiet(e.quietSeconds()) + ".";
            case BattleResumed _ -> "Is ongoing again: a late kill shows that it had not ended.";
            // these are kept with fewer facts, see Told
            case KillmailsAttributed _, KillmailsRemoved _, KillmailsRevalued _ ->
                throw new IllegalStateException("Killmails are told of otherwise");
        };
    }

    private static String because(long killmailId) {
        return killmailId == 0 ? "." : " because killmail " + killmailId + " links both.";
    }

    private static String quiet(int seconds) {
        return seconds % SECONDS_PER_MINUTE == 0
                ? seconds / SECONDS_PER_MINUTE + " quiet minutes"
                : seconds + " quiet seconds";
    }

    private static String rule(LinkageRule rule) {
        return "a gap of " + Words.duration(rule.gapSeconds()) + ", "
                + Words.count(rule.minLosses(), "loss", "losses") + " and "
                + Words.count(rule.minSharedParties(), "shared party", "shared parties") + " at least";
    }
}
