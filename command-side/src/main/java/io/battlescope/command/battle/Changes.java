package io.battlescope.command.battle;

import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.battle.KillmailsAttributed;
import io.battlescope.api.battle.KillmailsRemoved;
import io.battlescope.api.battle.KillmailsRevalued;
import io.battlescope.api.battle.KillmailsRevalued.Revaluation;
import io.battlescope.api.battle.RemovalCause;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Events as they are decided, one after the other, with the battle as it is after them. */
final class Changes {

    /** Killmails in one event, at most, … */
    static final int MAX_KILLMAILS = 250;
    /** … and attackers in one event, unless a single killmail has more: keeps messages under the broker's limit. */
    static final int MAX_ATTACKERS = 5_000;

    private final Battle before;
    private final List<BattleEvent> events = new ArrayList<>();
    private Battle now;

    Changes(Battle battle) {
        this.before = battle;
        this.now = battle;
    }

    Battle now() {
        return now;
    }

    void add(BattleEvent event) {
        events.add(event);
        now = now.evolve(event);
    }

    /** Takes in those that the battle does not hold, each once, and none that an admin excluded. */
    void attribute(Collection<BattleKillmail> killmails) {
        List<BattleKillmail> news = each(
                killmails,
                mail -> !now.holds(mail.killmailId()) && !now.overlay().excludes(mail.killmailId()));
        for (List<BattleKillmail> part : parts(news)) {
            Tally sum = now.tally();
            for (BattleKillmail mail : part) {
                sum = sum.plus(mail);
            }
            add(new KillmailsAttributed(now.battleId(), now.systemId(), part, sum.totals()));
        }
    }

    /** Gives away those that the battle holds. */
    void remove(Collection<BattleKillmail> killmails, RemovalCause cause, String actId) {
        List<BattleKillmail> held = each(killmails, mail -> now.holds(mail.killmailId())).stream()
                .map(mail -> now.killmails().get(mail.killmailId()).asCounted(mail))
                .toList();
        for (List<BattleKillmail> part : parts(held)) {
            // the event tells the totals that it leads to, and only applying it tells them
            Battle after = now.evolve(removed(cause, actId, part, now));
            add(removed(cause, actId, part, after));
        }
    }

    private KillmailsRemoved removed(RemovalCause cause, String actId, List<BattleKillmail> part, Battle after) {
        return new KillmailsRemoved(now.battleId(), now.systemId(), cause, actId, part, after.totals());
    }

    /** Takes the values of those that the battle holds with others. */
    void revalue(Collection<BattleKillmail> killmails) {
        List<BattleKillmail> changed = each(
                killmails,
                mail -> now.holds(mail.killmailId())
                        && !now.killmails().get(mail.killmailId()).value().saysTheSameAs(mail.value()));
        for (List<BattleKillmail> part : parts(changed)) {
            List<Revaluation> revaluations = part.stream()
                    .map(mail -> new Revaluation(
                            mail, now.killmails().get(mail.killmailId()).value()))
                    .toList();
            Tally sum = now.tally();
            for (Revaluation each : revaluations) {
                sum = sum.revalued(each.before(), each.killmail().value());
            }
            add(new KillmailsRevalued(now.battleId(), now.systemId(), revaluations, sum.totals()));
        }
    }

    /** Everything that was decided; last of all, where the parties stand now, if that is another place than before. */
    List<BattleEvent> done() {
        boolean mayMove = now.graph() != before.graph() || now.overlay() != before.overlay();
        if (mayMove && !now.isMerged()) {
            SidesTeller.sidesDrawn(now).ifPresent(this::add);
        }
        return List.copyOf(events);
    }

    /** Those that are asked for, each once, whatever the command names twice. */
    private static List<BattleKillmail> each(Collection<BattleKillmail> killmails, Predicate<BattleKillmail> which) {
        Set<Long> seen = new HashSet<>();
        return killmails.stream()
                .filter(mail -> which.test(mail) && seen.add(mail.killmailId()))
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
}
