package io.battlescope.command.battle;

import io.battlescope.api.battle.AbsorbBattle;
import io.battlescope.api.battle.AttributeKillmails;
import io.battlescope.api.battle.BattleAbsorbed;
import io.battlescope.api.battle.BattleCommand;
import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.battle.BattleMerged;
import io.battlescope.api.battle.BattleOpened;
import io.battlescope.api.battle.BattleRefusal;
import io.battlescope.api.battle.BattleRefusedException;
import io.battlescope.api.battle.KillmailsAttributed;
import io.battlescope.api.battle.MergeBattle;
import io.battlescope.api.battle.OpenBattle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a command to a battle leads to. Pure: the same battle and command give the same events, and a command that was already
 * obeyed gives none, because killmails have ids and mergers name their partner.
 */
public final class BattleDecider {

    /** Killmails in one event, at most, … */
    static final int MAX_KILLMAILS = 250;
    /** … and attackers in one event, unless a single killmail has more: keeps messages under the broker's limit. */
    static final int MAX_ATTACKERS = 5_000;

    private BattleDecider() {}

    /**
     * The events that follow from the command; none when it was obeyed before.
     *
     * @throws BattleRefusedException when the battle cannot obey; nothing has happened then
     */
    public static List<BattleEvent> decide(Battle battle, BattleCommand command) {
        return switch (command) {
            case OpenBattle c -> open(battle, c);
            case AttributeKillmails c -> attribute(living(battle, c), c.killmails());
            case AbsorbBattle c -> absorb(living(battle, c), c);
            case MergeBattle c -> merge(existing(battle, c), c);
        };
    }

    private static List<BattleEvent> open(Battle battle, OpenBattle command) {
        if (command.killmails().isEmpty()) {
            throw refused(BattleRefusal.KILLMAILS_MISSING, command, "a battle is opened with killmails");
        }
        if (!battle.exists()) {
            BattleOpened opened = new BattleOpened(
                    command.battleId(),
                    command.place().systemId(),
                    command.place(),
                    command.rule(),
                    command.openedByKillmailId());
            return opened(battle.evolve(opened), opened, command.killmails());
        }
        if (battle.systemId() != command.place().systemId()) {
            throw refused(
                    BattleRefusal.BATTLE_OF_ANOTHER_SYSTEM,
                    command,
                    "it is fought in system " + battle.systemId() + ", not "
                            + command.place().systemId());
        }
        // told again, perhaps after the battle has gone into another one with these killmails
        return battle.isMerged() ? List.of() : attribute(battle, command.killmails());
    }

    private static List<BattleEvent> opened(Battle battle, BattleOpened opened, List<BattleKillmail> killmails) {
        List<BattleEvent> events = new ArrayList<>();
        events.add(opened);
        events.addAll(attribute(battle, killmails));
        return events;
    }

    private static List<BattleEvent> attribute(Battle battle, List<BattleKillmail> killmails) {
        List<BattleEvent> events = new ArrayList<>();
        Battle now = battle;
        for (List<BattleKillmail> part : parts(news(battle, killmails))) {
            KillmailsAttributed event = attributed(now, part);
            now = now.evolve(event);
            events.add(event);
        }
        return events;
    }

    private static KillmailsAttributed attributed(Battle battle, List<BattleKillmail> part) {
        Tally sum = battle.tally();
        for (BattleKillmail mail : part) {
            sum = sum.plus(mail);
        }
        return new KillmailsAttributed(battle.battleId(), battle.systemId(), part, sum.totals());
    }

    private static List<BattleKillmail> news(Battle battle, List<BattleKillmail> killmails) {
        Set<Long> seen = new HashSet<>();
        return killmails.stream()
                .filter(mail -> !battle.holds(mail.killmailId()) && seen.add(mail.killmailId()))
                .toList();
    }

    private static List<List<BattleKillmail>> parts(List<BattleKillmail> killmails) {
        List<List<BattleKillmail>> parts = new ArrayList<>();
        List<BattleKillmail> part = new ArrayList<>();
        int attackers = 0;
        for (BattleKillmail mail : killmails) {
            boolean full =
                    part.size() == MAX_KILLMAILS || attackers + mail.attackers().size() > MAX_ATTACKERS;
            if (full && !part.isEmpty()) {
                parts.add(part);
                part = new ArrayList<>();
                attackers = 0;
            }
            part.add(mail);
            attackers += mail.attackers().size();
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    private static List<BattleEvent> absorb(Battle battle, AbsorbBattle command) {
        if (command.absorbedBattleId().equals(battle.battleId())) {
            throw refused(BattleRefusal.BATTLE_IS_ITSELF, command, "a battle cannot absorb itself");
        }
        List<BattleEvent> events = new ArrayList<>();
        if (!battle.absorbed().contains(command.absorbedBattleId())) {
            events.add(new BattleAbsorbed(
                    battle.battleId(),
                    battle.systemId(),
                    command.absorbedBattleId(),
                    command.becauseOfKillmailId(),
                    command.killCount()));
        }
        events.addAll(attribute(battle, command.killmails()));
        return events;
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

    private static Battle existing(Battle battle, BattleCommand command) {
        if (!battle.exists()) {
            throw refused(BattleRefusal.BATTLE_UNKNOWN, command, "no such battle");
        }
        return battle;
    }

    private static Battle living(Battle battle, BattleCommand command) {
        if (existing(battle, command).isMerged()) {
            throw refused(BattleRefusal.BATTLE_MERGED, command, "it went into " + battle.mergedInto());
        }
        return battle;
    }

    private static BattleRefusedException refused(BattleRefusal refusal, BattleCommand command, String detail) {
        return new BattleRefusedException(
                refusal, command.battleId(), "battle " + command.battleId() + " refuses: " + detail);
    }
}
