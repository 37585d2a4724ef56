package io.battlescope.command.attribution;

import io.battlescope.api.battle.AbsorbBattle;
import io.battlescope.api.battle.AdoptOverlay;
import io.battlescope.api.battle.AdoptRule;
import io.battlescope.api.battle.AttributeKillmails;
import io.battlescope.api.battle.BattleCommand;
import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.battle.MergeBattle;
import io.battlescope.api.battle.OpenBattle;
import io.battlescope.api.battle.ReleaseKillmails;
import io.battlescope.api.battle.ReopenBattle;
import io.battlescope.api.battle.RevalueKillmails;
import io.battlescope.api.battle.ReviewActivity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells battles what was decided: many commands in few transactions, and one by one where that fails. */
public class BattleTeller {

    private static final Logger log = LoggerFactory.getLogger(BattleTeller.class);

    /** Killmails in one transaction of the event store, about. */
    private static final int MAX_KILLMAILS = 2_000;

    private final LinkageRule rule;
    private final BattlesStore store;
    private final BattleCommands battles;
    private final KillmailSetAside setAside;

    public BattleTeller(LinkageRule rule, BattlesStore store, BattleCommands battles, KillmailSetAside setAside) {
        this.rule = rule;
        this.store = store;
        this.battles = battles;
        this.setAside = setAside;
    }

    void forget() {
        battles.forget();
    }

    private record Task(OutboxRow row, PlannedCommand command) {}

    void tell(Decision decision) {
        List<Task> group = new ArrayList<>();
        int killmails = 0;
        for (OutboxRow row : decision.rows()) {
            for (PlannedCommand command : row.commands()) {
                if (killmails + command.killmailIds().size() > MAX_KILLMAILS && !group.isEmpty()) {
                    tellTogether(group, decision.atHand());
                    group = new ArrayList<>();
                    killmails = 0;
                }
                group.add(new Task(row, command));
                killmails += command.killmailIds().size();
            }
        }
        if (!group.isEmpty()) {
            tellTogether(group, decision.atHand());
        }
    }

    private void tellTogether(List<Task> tasks, Map<Long, ArchivedKillmail> atHand) {
        try {
            battles.obeyTogether(commands(tasks.stream().map(Task::command).toList(), atHand));
        } catch (RuntimeException e) {
            battles.forget();
            if (Failures.passes(e)) {
                throw e;
            }
            log.warn("{} commands failed together and are tried one by one: {}", tasks.size(), e.toString());
            tasks.forEach(task -> tellAlone(task, atHand));
        }
    }

    private void tellAlone(Task task, Map<Long, ArchivedKillmail> atHand) {
        try {
            battles.obeyTogether(commands(List.of(task.command()), atHand));
        } catch (RuntimeException e) {
            battles.forget();
            if (Failures.passes(e)) {
                throw e;
            }
            setAside.setAside(task.row(), task.command(), e);
        }
    }

    private List<BattleCommand> commands(List<PlannedCommand> planned, Map<Long, ArchivedKillmail> atHand) {
        Map<Long, ArchivedKillmail> killmails = new HashMap<>(atHand);
        List<Long> missing = planned.stream()
                .flatMap(command -> command.killmailIds().stream())
                .distinct()
                .filter(id -> !atHand.containsKey(id))
                .toList();
        if (!missing.isEmpty()) {
            store.archive()
                    .forBattle(missing)
                    .forEach(archived -> killmails.put(archived.killmail().killmailId(), archived));
        }
        return planned.stream().map(command -> command(command, killmails)).toList();
    }

    private BattleCommand command(PlannedCommand planned, Map<Long, ArchivedKillmail> archive) {
        List<BattleKillmail> killmails = planned.killmailIds().stream()
                .map(id -> archive.get(id).killmail())
                .toList();
        return switch (planned) {
            case PlannedCommand.Open c ->
                new OpenBattle(
                        c.battleId(), archive.get(c.killmailIds().getFirst()).place(), rule, c.openedBy(), killmails);
            case PlannedCommand.Attribute c -> new AttributeKillmails(c.battleId(), killmails);
            case PlannedCommand.Absorb c ->
                new AbsorbBattle(c.battleId(), c.absorbedBattleId(), c.becauseOf(), c.killCount(), killmails);
            case PlannedCommand.Merge c -> new MergeBattle(c.battleId(), c.intoBattleId(), c.becauseOf());
            case PlannedCommand.Adopt c -> new AdoptOverlay(c.battleId(), c.fromBattleId(), c.entries());
            case PlannedCommand.Rule c -> new AdoptRule(c.battleId(), c.rule(), c.actId());
            case PlannedCommand.Release c -> new ReleaseKillmails(c.battleId(), c.actId(), killmails);
            case PlannedCommand.Reopen c -> new ReopenBattle(c.battleId(), c.actId(), killmails);
            case PlannedCommand.Revalue c -> new RevalueKillmails(c.battleId(), killmails);
            case PlannedCommand.Review c ->
                new ReviewActivity(c.battleId(), Instant.ofEpochSecond(c.feedTime()), c.quietSeconds());
        };
    }
}
