package io.battlescope.command.attribution;

import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.battle.OverlayAct;
import io.battlescope.command.attribution.Overlays.InForce;
import io.battlescope.command.linkage.ReclusterPlan;
import io.battlescope.command.linkage.ReclusterPlan.Shift;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns a re-clustering into commands. Killmails are given away before another battle takes them, so that whoever follows the
 * events finds each in one battle at most; corrections go along with the killmails they are about.
 */
final class ReclusterCommands {

    private final ReclusterPlan plan;
    private final LinkageRule rule;
    private final String actId;
    private final Map<String, List<InForce>> acts;
    private final Set<Long> excluded;
    private final List<PlannedCommand> commands = new ArrayList<>();

    /** A correction that goes along from one battle to another. */
    record HandOver(String fromBattleId, String toBattleId, List<InForce> acts, boolean all) {}

    private final List<HandOver> handOvers = new ArrayList<>();

    ReclusterCommands(ReclusterPlan plan, LinkageRule rule, String actId, List<InForce> acts) {
        this.plan = plan;
        this.rule = rule;
        this.actId = actId;
        this.acts = acts.stream().collect(Collectors.groupingBy(InForce::battleId));
        this.excluded = acts.stream()
                .map(act -> act.entry().act())
                .filter(OverlayAct.ExcludeKillmail.class::isInstance)
                .map(act -> ((OverlayAct.ExcludeKillmail) act).killmailId())
                .collect(Collectors.toSet());
        plan.shifts().stream().filter(shift -> shift.heir() == null).forEach(this::release);
        plan.shifts().stream().filter(Shift::lives).forEach(this::fill);
        plan.shifts().stream().filter(shift -> shift.heir() != null).forEach(this::merge);
    }

    List<PlannedCommand> commands() {
        return commands;
    }

    List<HandOver> handOvers() {
        return handOvers;
    }

    private void release(Shift shift) {
        CommandPlanner.parts(shift.left())
                .forEach(part -> commands.add(new PlannedCommand.Release(shift.battleId(), actId, part)));
    }

    private void fill(Shift shift) {
        List<Long> joined = counted(shift.joined().entrySet().stream()
                .filter(from -> !goesInto(from.getKey(), shift.battleId()))
                .flatMap(from -> from.getValue().stream())
                .sorted()
                .toList());
        boolean opens = shift.isNew() && !shift.risen();
        if (opens && joined.isEmpty()) {
            // everything that counts comes with a battle that goes into this one, or was excluded
            joined = shift.joined().values().stream()
                    .flatMap(Collection::stream)
                    .sorted()
                    .toList();
        }
        for (List<Long> part : CommandPlanner.parts(joined)) {
            commands.add(
                    opens
                            ? new PlannedCommand.Open(shift.battleId(), shift.openedBy(), part)
                            : shift.risen()
                                    ? new PlannedCommand.Reopen(shift.battleId(), actId, part)
                                    : new PlannedCommand.Attribute(shift.battleId(), part));
            opens = false;
        }
        if (!shift.isNew() || shift.risen()) {
            commands.add(new PlannedCommand.Rule(shift.battleId(), rule, actId));
        }
        shift.joined().forEach((from, killmails) -> handOver(from, shift.battleId(), killmails));
    }

    private List<Long> counted(List<Long> killmails) {
        return killmails.stream().filter(id -> !excluded.contains(id)).toList();
    }

    private boolean goesInto(String battleId, String into) {
        return plan.shifts().stream().anyMatch(shift -> shift.battleId().equals(battleId) && into.equals(shift.heir()));
    }

    private void handOver(String from, String to, List<Long> killmails) {
        boolean all = goesInto(from, to);
        List<InForce> along = acts.getOrDefault(from, List.of()).stream()
                .filter(act -> all || concerns(act, killmails))
                .toList();
        if (!along.isEmpty()) {
            commands.add(new PlannedCommand.Adopt(
                    to, from, along.stream().map(InForce::entry).toList()));
            handOvers.add(new HandOver(from, to, along, all));
        }
    }

    private static boolean concerns(InForce act, List<Long> killmails) {
        return switch (act.entry().act()) {
            case OverlayAct.PinParty pin -> true;
            case OverlayAct.ExcludeKillmail exclusion -> killmails.contains(exclusion.killmailId());
            default -> false;
        };
    }

    private void merge(Shift gone) {
        List<Long> there = plan.shifts().stream()
                .filter(shift -> shift.battleId().equals(gone.heir()))
                .findFirst()
                .map(shift -> shift.joined().getOrDefault(gone.battleId(), List.of()))
                .orElse(List.of());
        // some of its killmails may have gone elsewhere, where they are attributed already
        long because = there.getFirst();
        for (List<Long> part : CommandPlanner.parts(there)) {
            commands.add(new PlannedCommand.Absorb(gone.heir(), gone.battleId(), because, there.size(), part));
        }
        commands.add(new PlannedCommand.Merge(gone.battleId(), gone.heir(), because));
    }
}
