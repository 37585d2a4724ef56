package io.battlescope.command.attribution;

import io.battlescope.api.battle.BattleRefusal;
import io.battlescope.api.battle.BattleRefusedException;
import io.battlescope.api.battle.LinkageRule;
import io.battlescope.api.battle.OverlayAct.MergeWith;
import io.battlescope.api.battle.OverlayAct.MoveKillmail;
import io.battlescope.api.battle.OverlayAct.SplitAt;
import io.battlescope.api.battle.OverlayAct.SplitByParties;
import io.battlescope.api.battle.OverlayOrder;
import io.battlescope.api.killmail.Party;
import io.battlescope.command.attribution.BattleRegister.Registered;
import io.battlescope.command.linkage.Corrections.PartyCut;
import io.battlescope.command.linkage.Corrections.TimeCut;
import io.battlescope.command.linkage.KnownKillmail;
import io.battlescope.command.linkage.PlacedKillmail;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what a correction means for links, given the killmails of its battle as they are now. */
final class LinkageEffects {

    private static final Comparator<PlacedKillmail> BY_TIME =
            Comparator.comparingLong(PlacedKillmail::occurredAt).thenComparingLong(PlacedKillmail::killmailId);

    private final LinkageRule rule;
    private final BattlesStore store;

    LinkageEffects(LinkageRule rule, BattlesStore store) {
        this.rule = rule;
        this.store = store;
    }

    LinkageEffect of(OverlayOrder order, Registered battle) {
        return switch (order.act()) {
            case SplitAt act -> timeCut(battle, act.at());
            case SplitByParties act -> partyCut(battle, act);
            case MoveKillmail act ->
                act.toBattleId().equals(order.battleId())
                        ? LinkageEffect.NONE
                        : new LinkageEffect.Moved(
                                act.killmailId(), earliest(partner(order, battle, act.toBattleId()), act.killmailId()));
            case MergeWith act ->
                act.otherBattleId().equals(order.battleId())
                        ? LinkageEffect.NONE
                        : new LinkageEffect.Joined(
                                earliest(order.battleId(), 0),
                                earliest(partner(order, battle, act.otherBattleId()), 0));
            default -> LinkageEffect.NONE;
        };
    }

    private LinkageEffect timeCut(Registered battle, Instant at) {
        // kills happen on whole seconds: one before the cut is one at an earlier second
        long cut = at.getNano() == 0 ? at.getEpochSecond() : at.getEpochSecond() + 1;
        Set<Long> scope = killmails(battle.battleId()).stream()
                .filter(mail -> Math.abs(mail.occurredAt() - cut) <= rule.gapSeconds())
                .flatMapToLong(mail -> Arrays.stream(mail.parties()))
                .boxed()
                .collect(Collectors.toSet());
        return new LinkageEffect.TimeCutEffect(new TimeCut(battle.systemId(), cut, scope));
    }

    private LinkageEffect partyCut(Registered battle, SplitByParties act) {
        List<PlacedKillmail> killmails = killmails(battle.battleId());
        return new LinkageEffect.PartyCutEffect(new PartyCut(
                battle.systemId(),
                killmails.stream().mapToLong(PlacedKillmail::occurredAt).min().orElse(0),
                killmails.stream().mapToLong(PlacedKillmail::occurredAt).max().orElse(0),
                act.parties().stream().map(Party::id).collect(Collectors.toSet())));
    }

    /** Another living battle of the same system. */
    private String partner(OverlayOrder order, Registered battle, String otherBattleId) {
        Registered other = store.register()
                .find(otherBattleId)
                .orElseThrow(() -> refused(BattleRefusal.BATTLE_UNKNOWN, order, "there is no battle " + otherBattleId));
        if (other.mergedInto() != null) {
            throw refused(
                    BattleRefusal.BATTLE_MERGED, order, otherBattleId + " went into battle " + other.mergedInto());
        }
        if (other.systemId() != battle.systemId()) {
            throw refused(
                    BattleRefusal.BATTLE_OF_ANOTHER_SYSTEM,
                    order,
                    otherBattleId + " is fought in system " + other.systemId() + ", not " + battle.systemId());
        }
        if (killmails(otherBattleId).isEmpty()) {
            throw refused(
                    BattleRefusal.BATTLE_UNKNOWN, order, "battle " + otherBattleId + " holds no killmail any more");
        }
        return otherBattleId;
    }

    private long earliest(String battleId, long exceptKillmailId) {
        return killmails(battleId).stream()
                .filter(mail -> mail.killmailId() != exceptKillmailId)
                .min(BY_TIME)
                .map(PlacedKillmail::killmailId)
                .orElse(exceptKillmailId);
    }

    private List<PlacedKillmail> killmails(String battleId) {
        return store
                .index()
                .ofBattle(battleId)
                .map(cluster -> store.index().members(List.of(cluster.clusterId())))
                .orElse(List.of())
                .stream()
                .map(KnownKillmail::killmail)
                .toList();
    }

    private static BattleRefusedException refused(BattleRefusal refusal, OverlayOrder order, String detail) {
        return new BattleRefusedException(
                refusal, order.battleId(), "battle " + order.battleId() + " refuses: " + detail);
    }
}
