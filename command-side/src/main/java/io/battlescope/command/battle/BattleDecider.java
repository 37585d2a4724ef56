package io.battlescope.command.battle;

import static io.battlescope.command.battle.Refusals.existing;
import static io.battlescope.command.battle.Refusals.living;
import static io.battlescope.command.battle.Refusals.refused;

import io.battlescope.api.battle.AbsorbBattle;
import io.battlescope.api.battle.AdoptOverlay;
import io.battlescope.api.battle.AdoptRule;
import io.battlescope.api.battle.AttributeKillmails;
import io.battlescope.api.battle.BattleAbsorbed;
import io.battlescope.api.battle.BattleCommand;
import io.battlescope.api.battle.BattleEnded;
import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.BattleMerged;
import io.battlescope.api.battle.BattleOpened;
import io.battlescope.api.battle.BattleRefusal;
import io.battlescope.api.battle.BattleRefusedException;
import io.battlescope.api.battle.BattleReopened;
import io.battlescope.api.battle.BattleResumed;
import io.battlescope.api.battle.ChangeOverlay;
import io.battlescope.api.battle.MergeBattle;
import io.battlescope.api.battle.OpenBattle;
import io.battlescope.api.battle.OverlayChanged;
import io.battlescope.api.battle.ReleaseKillmails;
import io.battlescope.api.battle.RemovalCause;
import io.battlescope.api.battle.ReopenBattle;
import io.battlescope.api.battle.RevalueKillmails;
import io.battlescope.api.battle.ReviewActivity;
import io.battlescope.api.battle.RuleAdopted;
import java.util.List;

/**
 * What a command to a battle leads to. Pure: the same battle and command give the same events, and a command that was already
 * obeyed gives none, because killmails and acts have ids and mergers name their partner.
 */
public final class BattleDecider {

    private BattleDecider() {}

    /**
     * The events that follow from the command; none when it was obeyed before.
     *
     * @throws BattleRefusedException when the battle cannot obey; nothing has happened then
     */
    public static List<BattleEvent> decide(Battle battle, BattleCommand command) {
        return switch (command) {
            case OpenBattle c -> open(battle, c);
            case AttributeKillmails c -> attribute(living(battle, c), c);
            case AbsorbBattle c -> absorb(living(battle, c), c);
            case MergeBattle c -> merge(existing(battle, c), c);
            case ReopenBattle c -> reopen(existing(battle, c), c);
            case ChangeOverlay c -> OverlayDecider.decide(battle, c);
            case AdoptOverlay c -> adopt(living(battle, c), c);
            // what follows is about killmails that a merged battle has handed over with all that was known of them
            case ReleaseKillmails c -> existing(battle, c).isMerged() ? List.of() : release(battle, c);
            case RevalueKillmails c -> existing(battle, c).isMerged() ? List.of() : revalue(battle, c);
            case AdoptRule c -> existing(battle, c).isMerged() ? List.of() : adopt(battle, c);
            case ReviewActivity c -> existing(battle, c).isMerged() ? List.of() : review(battle, c);
        };
    }

    private static List<BattleEvent> open(Battle battle, OpenBattle command) {
        if (command.killmails().isEmpty()) {
            throw refused(BattleRefusal.KILLMAILS_MISSING, command, "a battle is opened with killmails");
        }
        Changes changes = new Changes(battle);
        if (!battle.exists()) {
            changes.add(new BattleOpened(
                    command.battleId(),
                    command.place().systemId(),
                    command.place(),
                    command.rule(),
                    command.openedByKillmailId()));
        } else if (battle.systemId() != command.place().systemId()) {
            throw refused(
                    BattleRefusal.BATTLE_OF_ANOTHER_SYSTEM,
                    command,
                    "it is fought in system " + battle.systemId() + ", not "
                            + command.place().systemId());
        }
        // told again, perhaps after the battle has gone into another one with these killmails
        if (!battle.isMerged()) {
            changes.attribute(command.killmails());
        }
        return changes.done();
    }

    private static List<BattleEvent> attribute(Battle battle, AttributeKillmails command) {
        Changes changes = new Changes(battle);
        changes.attribute(command.killmails());
        return changes.done();
    }

    private static List<BattleEvent> absorb(Battle battle, AbsorbBattle command) {
        if (command.absorbedBattleId().equals(battle.battleId())) {
            throw refused(BattleRefusal.BATTLE_IS_ITSELF, command, "a battle cannot absorb itself");
        }
        Changes changes = new Changes(battle);
        if (!battle.absorbed().contains(command.absorbedBattleId())) {
            changes.add(new BattleAbsorbed(
                    battle.battleId(),
                    battle.systemId(),
                    command.absorbedBattleId(),
                    command.becauseOfKillmailId(),
                    command.killCount()));
        }
        changes.attribute(command.killmails());
        return changes.done();
    }

    private static List<BattleEvent> merge(Battle battle, MergeBattle command) {
        if (command.intoBattleId().equals(battle.battleId())) {
            throw refused(BattleRefusal.BATTLE_IS_ITSELF, command, "a battle cannot go into itself");
        }
        if (command.intoBattleId().equals(battle.mergedInto())) {
            return List.of();
        }
        if (battle.isMerged()) {
            throw refused(
                    BattleRefusal.BATTLE_MERGED_ELSEWHERE, command, "it already went into " + battle.mergedInto());
        }
        return List.of(new BattleMerged(
                battle.battleId(), battle.systemId(), command.intoBattleId(), command.becauseOfKillmailId()));
    }

    private static List<BattleEvent> reopen(Battle battle, ReopenBattle command) {
        Changes changes = new Changes(battle);
        if (battle.isMerged()) {
            changes.add(new BattleReopened(battle.battleId(), battle.systemId(), command.actId()));
        }
        changes.attribute(command.killmails());
        return changes.done();
    }

    private static List<BattleEvent> adopt(Battle battle, AdoptOverlay command) {
        Changes changes = new Changes(battle);
        command.entries().stream()
                .filter(entry -> !battle.overlay().knows(entry.actId()))
                .forEach(entry -> changes.add(
                        new OverlayChanged(battle.battleId(), battle.systemId(), entry, command.fromBattleId())));
        return changes.done();
    }

    private static List<BattleEvent> release(Battle battle, ReleaseKillmails command) {
        Changes changes = new Changes(battle);
        changes.remove(command.killmails(), RemovalCause.RECLUSTERED, command.actId());
        return changes.done();
    }

    private static List<BattleEvent> revalue(Battle battle, RevalueKillmails command) {
        Changes changes = new Changes(battle);
        changes.revalue(command.killmails());
        return changes.done();
    }

    private static List<BattleEvent> adopt(Battle battle, AdoptRule command) {
        return command.rule().equals(battle.rule())
                ? List.of()
                : List.of(new RuleAdopted(battle.battleId(), battle.systemId(), command.rule(), command.actId()));
    }

    private static List<BattleEvent> review(Battle battle, ReviewActivity command) {
        boolean quiet = battle.totals().endTime() == null
                || !battle.totals()
                        .endTime()
                        .plusSeconds(command.quietSeconds())
                        .isAfter(command.feedTime());
        if (quiet == battle.ended()) {
            return List.of();
        }
        return List.of(
                quiet
                        ? new BattleEnded(
                                battle.battleId(),
                                battle.systemId(),
                                command.feedTime(),
                                command.quietSeconds(),
                                battle.totals())
                        : new BattleResumed(battle.battleId(), battle.systemId(), command.feedTime(), battle.totals()));
    }
}
