package io.battlescope.command.attribution;

import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.battle.ActStatus;
import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.battle.BattleRefusal;
import io.battlescope.api.battle.BattleRefusedException;
import io.battlescope.api.battle.ChangeOverlay;
import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.battle.OverlayAct;
import io.battlescope.api.battle.OverlayEntry;
import io.battlescope.api.battle.OverlayOrder;
import io.battlescope.command.attribution.BattleRegister.Registered;
import io.battlescope.command.attribution.Overlays.InForce;
import io.battlescope.command.linkage.ReclusterPlan;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Corrections of battles. The battle decides and records first, since its events are the truth; then the index follows. Whatever is
 * cut off in between is done again from the beginning, and every step knows the act by its id.
 */
final class OverlayDesk {

    private final BattlesStore store;
    private final TransactionTemplate transaction;
    private final BattleCommands battles;
    private final Reclusterer reclusterer;
    private final LinkageEffects effects;

    OverlayDesk(LinkageRule rule, BattlesStore store, TransactionTemplate transaction, BattleCommands battles) {
        this.store = store;
        this.transaction = transaction;
        this.battles = battles;
        this.reclusterer = new Reclusterer(rule, store);
        this.effects = new LinkageEffects(rule, store);
    }

    /** A decision to tell battles of, and what to answer once they are told. */
    record Verdict(Decision decision, ActOutcome outcome) {}

    Verdict decide(Ownership ownership, int partition, OverlayOrder order, Collection<Long> told) {
        try {
            Registered battle = living(order);
            Optional<InForce> undone = undone(order);
            LinkageEffect effect = effects.of(order, battle);
            boolean again =
                    store.overlays().find(order.battleId(), order.actId()).isPresent();
            if (!again && effect != LinkageEffect.NONE) {
                requireChange(order, battle, effect);
            }
            OverlayEntry recorded = battles.change(command(order, undone));
            Decision decision = follow(ownership, partition, order, battle, recorded, effect, undone, told);
            return new Verdict(decision, outcome(order, ActStatus.DONE, null, "It is in the battle's event stream."));
        } catch (BattleRefusedException e) {
            battles.forget();
            return new Verdict(
                    Decision.NONE, outcome(order, ActStatus.REFUSED, e.refusal().name(), e.getMessage()));
        }
    }

    private Registered living(OverlayOrder order) {
        Registered battle = store.register()
                .find(order.battleId())
                .orElseThrow(() -> refused(BattleRefusal.BATTLE_UNKNOWN, order, "there is no such battle"));
        if (battle.mergedInto() != null) {
            throw refused(BattleRefusal.BATTLE_MERGED, order, "it went into " + battle.mergedInto());
        }
        return battle;
    }

    /** The act that is to be taken back, if the order is about that and the act is in force. */
    private Optional<InForce> undone(OverlayOrder order) {
        return switch (order.act()) {
            case OverlayAct.Undo undo -> store.overlays().find(order.battleId(), undo.undoneActId());
            case OverlayAct.ReinstateKillmail reinstated ->
                store.overlays().of(List.of(order.battleId())).stream()
                        .filter(act -> act.entry().act() instanceof OverlayAct.ExcludeKillmail exclusion
                                && exclusion.killmailId() == reinstated.killmailId())
                        .findFirst();
            default -> Optional.empty();
        };
    }

    /** Tried in a transaction that is rolled back. */
    private void requireChange(OverlayOrder order, Registered battle, LinkageEffect effect) {
        boolean changes = Boolean.TRUE.equals(transaction.execute(status -> {
            status.setRollbackOnly();
            store.overlays().add(order.battleId(), battle.systemId(), entry(order), effect);
            return reclusterer
                    .plan(reclusterer.touched(battle.systemId(), effect))
                    .changesBattles();
        }));
        if (!changes) {
            throw refused(BattleRefusal.ACT_CHANGES_NOTHING, order, "its killmails stay where they are all the same");
        }
    }

    private ChangeOverlay command(OverlayOrder order, Optional<InForce> undone) {
        OverlayAct about = undone.map(act -> act.entry().act()).orElse(order.act());
        List<BattleKillmail> killmails = about instanceof OverlayAct.ExcludeKillmail exclusion
                ? killmailOf(order.battleId(), exclusion.killmailId())
                : List.of();
        return new ChangeOverlay(order.battleId(), entry(order), order.expectedVersion(), killmails);
    }

    /** The killmail's figures, if the battle is where it belongs. */
    private List<BattleKillmail> killmailOf(String battleId, long killmailId) {
        boolean here =
                battleId.equals(store.index().battlesOf(List.of(killmailId)).get(killmailId));
        return here
                ? store.archive().forBattle(List.of(killmailId)).stream()
                        .map(ArchivedKillmail::killmail)
                        .toList()
                : List.of();
    }

    /** What the index makes of what the battle recorded. */
    private Decision follow(
            Ownership ownership,
            int partition,
            OverlayOrder order,
            Registered battle,
            OverlayEntry recorded,
            LinkageEffect effect,
            Optional<InForce> undone,
            Collection<Long> told) {
        return transaction.execute(status -> {
            store.owners().confirm(ownership);
            store.outbox().remove(told);
            undone.ifPresent(
                    act -> store.overlays().remove(order.battleId(), act.entry().actId()));
            if (recorded != null) {
                store.overlays().add(order.battleId(), battle.systemId(), recorded, effect);
            }
            LinkageEffect moves = undone.map(InForce::effect).orElse(effect);
            if (moves == LinkageEffect.NONE || moves instanceof LinkageEffect.None) {
                return Decision.NONE;
            }
            ReclusterPlan plan = reclusterer.plan(reclusterer.touched(battle.systemId(), moves));
            List<PlannedCommand> commands = reclusterer.save(plan, order.actId());
            return commands.isEmpty()
                    ? Decision.NONE
                    : new Decision(store.outbox().add(Map.of(partition, commands)), Map.of());
        });
    }

    private static OverlayEntry entry(OverlayOrder order) {
        return new OverlayEntry(order.actId(), order.actor(), order.reason(), order.requestedAt(), order.act());
    }

    static ActOutcome outcome(OverlayOrder order, ActStatus status, String code, String detail) {
        return new ActOutcome(
                order.actId(),
                0,
                1,
                "overlay." + OverlayAct.nameOf(order.act()),
                order.battleId(),
                order.actor(),
                order.reason(),
                order.requestedAt(),
                Instant.now(),
                status,
                code,
                detail,
                Map.of(),
                Map.of(),
                Map.of(),
                order.role());
    }

    private static BattleRefusedException refused(BattleRefusal refusal, OverlayOrder order, String detail) {
        return new BattleRefusedException(
                refusal, order.battleId(), "battle " + order.battleId() + " refuses: " + detail);
    }
}
