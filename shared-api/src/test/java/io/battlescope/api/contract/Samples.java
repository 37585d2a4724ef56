package io.battlescope.api.contract;

import io.battlescope.api.battle.Attribution;
import io.battlescope.api.battle.BattleAbsorbed;
import io.battlescope.api.battle.BattleEnded;
import io.battlescope.api.battle.BattleEvent;
import io.battlescope.api.battle.BattleKillmail;
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
import io.battlescope.api.battle.RemovalCause;
import io.battlescope.api.battle.RuleAdopted;
import io.battlescope.api.battle.SidesDrawn;
import io.battlescope.api.killmail.Attacker;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.killmail.KillmailValue;
import io.battlescope.api.killmail.Party;
import io.battlescope.api.killmail.PartyKind;
import io.battlescope.api.killmail.Place;
import io.battlescope.api.killmail.Provenance;
import io.battlescope.api.killmail.Victim;
import io.battlescope.api.universe.SecurityBand;
import io.battlescope.api.universe.SpaceType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** One message of every kind that is kept for ever. */
final class Samples {

    static final String BATTLE = "55f4eafe-7d03-321e-b77b-14151e7faad9";
    static final String OTHER_BATTLE = "0d3a9a36-6d2b-3a0e-9d05-0c9f5a3f5d11";
    static final String ACT = "7a1c0f4e-0c55-4a0e-9f6e-3d1b6f0a9c21";
    static final String OTHER_ACT = "c2b1f7a0-51cb-4d38-8a55-0b9f3f2f7e10";
    static final int JORUND = 30001155;
    static final Instant AT = Instant.parse("2021-11-28T10:21:37Z");
    static final Instant ASKED = Instant.parse("2021-11-28T18:00:00.250Z");
    static final Party GOONSWARM = new Party(PartyKind.ALLIANCE, 1354830081L);
    static final Party LONER = new Party(PartyKind.CHARACTER, 2116077075L);

    private static final Instant RECEIVED = Instant.parse("2021-11-28T10:22:05.123Z");
    private static final Place PLACE = new Place(JORUND, 20000168, 10000012, SpaceType.KSPACE, SecurityBand.NULLSEC);
    private static final Victim VICTIM =
            new Victim(96591856L, 98370861L, 1354830081L, 500003L, GOONSWARM, 29344, 419, 6, false, false, 88_123);
    private static final List<Attacker> ATTACKERS = List.of(
            new Attacker(2116077075L, 1000045L, null, null, LONER, 587, 25, 2873, 88_000, true, false, false),
            new Attacker(null, 1000127L, null, 500010L, null, 24692, 27, null, 123, false, true, false));
    private static final KillmailValue VALUE =
            new KillmailValue(new BigDecimal("123456789.10"), KillmailValue.ZKILLBOARD, true);

    static final BattleKillmail KILLMAIL = new BattleKillmail(
            97110001L, AT, RECEIVED, VICTIM, ATTACKERS, VALUE, new Attribution(97110002L, LONER, 42));
    static final BattleTotals TOTALS =
            new BattleTotals(2, 2, 3, new BigDecimal("123456789.10"), 1, AT, AT.plusSeconds(42));
    static final BattleTotals LATER_TOTALS =
            new BattleTotals(3, 3, 5, new BigDecimal("223456789.10"), 1, AT, AT.plusSeconds(2_520));
    private static final BattleTotals NOTHING_LEFT = new BattleTotals(0, 0, 0, BigDecimal.ZERO, 0, null, null);

    static final EnrichedKillmail ENRICHED = new EnrichedKillmail(
            97110001L,
            "bbc850367f0a1afc2ed1248e8a66084b6eb2df66",
            AT,
            PLACE,
            VICTIM,
            ATTACKERS,
            VALUE,
            new Provenance("r2z2", RECEIVED, "killmail-97110001"));

    /** With the fields that came later. */
    static final EnrichedKillmail DATED = new EnrichedKillmail(
            ENRICHED.killmailId(),
            ENRICHED.hash(),
            AT,
            PLACE,
            VICTIM,
            ATTACKERS,
            new KillmailValue(new BigDecimal("98765432.10"), KillmailValue.ESI_MARKET, false, AT.minusSeconds(3_600)),
            ENRICHED.provenance(),
            List.of("#:2+", "ganked", "loc:nullsec"));

    static final List<BattleEvent> EVENTS = List.of(
            new BattleOpened(BATTLE, JORUND, PLACE, LinkageRule.DEFAULT, 97110002L),
            new KillmailsAttributed(BATTLE, JORUND, List.of(KILLMAIL), TOTALS),
            new KillmailsRemoved(BATTLE, JORUND, RemovalCause.EXCLUDED, ACT, List.of(KILLMAIL), NOTHING_LEFT),
            new KillmailsRevalued(
                    BATTLE,
                    JORUND,
                    List.of(new KillmailsRevalued.Revaluation(KILLMAIL, KillmailValue.UNKNOWN)),
                    TOTALS),
            new SidesDrawn(
                    BATTLE, JORUND, List.of(new PartySide(GOONSWARM, 1, true), new PartySide(LONER, null, false)), 2),
            new OverlayChanged(
                    BATTLE,
                    JORUND,
                    new OverlayEntry(
                            ACT,
                            "alice",
                            "They fly with the defenders",
                            ASKED,
                            new OverlayAct.PinParty(LONER, null, GOONSWARM)),
                    OTHER_BATTLE),
            new OverlayUndone(BATTLE, JORUND, ACT, OTHER_ACT, "bob", "They did not", ASKED.plusSeconds(60)),
            new RuleAdopted(BATTLE, JORUND, new LinkageRule(600, 3, 1), ACT),
            new BattleAbsorbed(BATTLE, JORUND, OTHER_BATTLE, 97110003L, 17),
            new BattleMerged(OTHER_BATTLE, JORUND, BATTLE, 97110003L),
            new BattleReopened(OTHER_BATTLE, JORUND, ACT),
            new BattleEnded(BATTLE, JORUND, AT.plusSeconds(1_900), 1_800, TOTALS),
            new BattleResumed(BATTLE, JORUND, AT.plusSeconds(1_900), TOTALS));

    private Samples() {}
}
