package io.battlescope.api.contract;

import static io.battlescope.api.contract.Samples.ACT;
import static io.battlescope.api.contract.Samples.ASKED;
import static io.battlescope.api.contract.Samples.AT;
import static io.battlescope.api.contract.Samples.BATTLE;
import static io.battlescope.api.contract.Samples.GOONSWARM;
import static io.battlescope.api.contract.Samples.JORUND;
import static io.battlescope.api.contract.Samples.LONER;
import static io.battlescope.api.contract.Samples.OTHER_ACT;
import static io.battlescope.api.contract.Samples.OTHER_BATTLE;

import io.battlescope.api.access.Role;
import io.battlescope.api.battle.ActOutcome;
import io.battlescope.api.battle.ActStatus;
import io.battlescope.api.battle.BattleRefusal;
import io.battlescope.api.battle.OverlayAct;
import io.battlescope.api.battle.OverlayOrder;
import io.battlescope.api.battle.ReclusterOrder;
import java.util.List;
import java.util.Map;

/** What admins can ask for, each act once, and what can come of it. */
final class OrderSamples {

    /** By the name that each act has in JSON. */
    static final Map<String, OverlayAct> ACTS = Map.of(
            "pinParty", new OverlayAct.PinParty(GOONSWARM, 2, null),
            "excludeKillmail", new OverlayAct.ExcludeKillmail(97110001L),
            "reinstateKillmail", new OverlayAct.ReinstateKillmail(97110001L),
            "moveKillmail", new OverlayAct.MoveKillmail(97110001L, OTHER_BATTLE),
            "splitAt", new OverlayAct.SplitAt(AT),
            "splitByParties", new OverlayAct.SplitByParties(List.of(GOONSWARM, LONER)),
            "mergeWith", new OverlayAct.MergeWith(OTHER_BATTLE),
            "setTitle", new OverlayAct.SetTitle("The battle of Jorund"),
            "annotate", new OverlayAct.Annotate("Streamed by both sides"),
            "undo", new OverlayAct.Undo(OTHER_ACT));

    static final ReclusterOrder OF_ONE_SYSTEM =
            new ReclusterOrder(ACT, "alice", "New gap", ASKED, JORUND, AT, AT.plusSeconds(86_400), true, 0, 1);
    static final ReclusterOrder OF_EVERYTHING =
            new ReclusterOrder(ACT, "alice", "New gap", ASKED, null, null, null, false, 3, 8);

    static final ActOutcome DONE = new ActOutcome(
            ACT,
            3,
            8,
            "recluster",
            "everything",
            "alice",
            "New gap",
            ASKED,
            ASKED.plusMillis(1_500),
            ActStatus.DONE,
            null,
            "2 battles changed",
            Map.of("battlesChanged", 2L));
    static final ActOutcome REFUSED = new ActOutcome(
            ACT,
            0,
            1,
            "overlay.pinParty",
            BATTLE,
            "alice",
            "They fly with the defenders",
            ASKED,
            ASKED.plusMillis(20),
            ActStatus.REFUSED,
            BattleRefusal.PARTY_NOT_IN_BATTLE.name(),
            "No killmail of the battle names alliance 1354830081",
            Map.of());

    static final ActOutcome WITH_ROLE = new ActOutcome(
            ACT,
            0,
            0,
            "processor.reset",
            "battles",
            "alice",
            "Sides were wrong",
            ASKED,
            ASKED,
            ActStatus.REFUSED,
            "PROCESSOR_BUSY",
            "Act a1 on battles is at work.",
            Map.of(),
            Map.of("state", "running"),
            Map.of("state", "running"),
            Role.OPERATOR);

    private OrderSamples() {}

    static OverlayOrder order(OverlayAct act) {
        return new OverlayOrder(ACT, "alice", "They fly with the defenders", ASKED, BATTLE, JORUND, 17L, act);
    }
}
