package io.battlescope.command.story;

import io.battlescope.api.battle.Attribution;
import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.killmail.Attacker;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.killmail.KillmailValue;
import io.battlescope.api.killmail.Party;
import io.battlescope.api.killmail.Place;
import io.battlescope.api.killmail.Provenance;
import io.battlescope.api.killmail.Victim;
import io.battlescope.api.universe.SecurityBand;
import io.battlescope.api.universe.SpaceType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A killmail told in the words of the game: {@code aKillmail(1).in(JORUND).at("10:21").of(RIFTER, ann).by(bob, cid)}. What is
 * not said has a plain default.
 */
public final class KillmailBuilder {

    public static final int JORUND = 30001155;
    public static final int AMAMAKE = 30002537;
    public static final int ABYSS = 32000100;

    public static final int RIFTER = 587;
    public static final int CAPSULE = 670;
    public static final int KEEPSTAR = 35834;

    private static final int NPC_CORPORATION = 1_000_127;

    private final long killmailId;
    private int systemId = JORUND;
    private Instant at = Instant.parse("2021-11-28T10:00:00Z");
    private Victim victim = victim(RIFTER, Pilot.of(Pilot.GOONSWARM, 1));
    private final List<Attacker> attackers = new ArrayList<>();
    private Instant receivedAt;
    private KillmailValue value = new KillmailValue(new BigDecimal("1000000"), KillmailValue.ZKILLBOARD, true);

    private KillmailBuilder(long killmailId) {
        this.killmailId = killmailId;
    }

    public static KillmailBuilder aKillmail(long killmailId) {
        return new KillmailBuilder(killmailId);
    }

    public KillmailBuilder in(int system) {
        systemId = system;
        return this;
    }

    /** Time of day, such as 10:21 or 10:21:30, on the day of the battle of Jorund. */
    public KillmailBuilder at(String timeOfDay) {
        at = Instant.parse("2021-11-28T" + timeOfDay + (timeOfDay.length() == 5 ? ":00Z" : "Z"));
        return this;
    }

    public KillmailBuilder at(Instant instant) {
        at = instant;
        return this;
    }

    public KillmailBuilder of(int hull, Pilot pilot) {
        victim = victim(hull, pilot);
        return this;
    }

    /** A structure stands for its owner. */
    public KillmailBuilder ofStructure(int hull, long corporationId, Long allianceId) {
        Party owner = Party.of(null, corporationId, allianceId).orElseThrow();
        victim = new Victim(null, corporationId, allianceId, null, owner, hull, 1657, 65, false, true, 1_000_000);
        return this;
    }

    public KillmailBuilder by(Pilot... pilots) {
        return dealing(100, pilots);
    }

    /** Each of them did that much damage. */
    public KillmailBuilder dealing(long damage, Pilot... pilots) {
        for (Pilot pilot : pilots) {
            attackers.add(new Attacker(
                    pilot.characterId(),
                    pilot.corporationId(),
                    pilot.allianceId(),
                    null,
                    pilot.party(),
                    RIFTER,
                    25,
                    null,
                    damage,
                    attackers.isEmpty(),
                    false,
                    false));
        }
        return this;
    }

    public KillmailBuilder byNpcs() {
        attackers.add(new Attacker(
                null, (long) NPC_CORPORATION, null, 500_010L, null, 24_692, null, null, 100, true, true, false));
        return this;
    }

    public KillmailBuilder worth(String isk) {
        value = new KillmailValue(new BigDecimal(isk), KillmailValue.ZKILLBOARD, true);
        return this;
    }

    /** As a delivery states it that came so many seconds after the first one. */
    public KillmailBuilder worth(String isk, String source, Instant asOf, int secondsLater) {
        value = new KillmailValue(new BigDecimal(isk), source, true, asOf);
        receivedAt = at.plusSeconds(60 + secondsLater);
        return this;
    }

    public KillmailBuilder ofUnknownWorth() {
        value = KillmailValue.UNKNOWN;
        return this;
    }

    public EnrichedKillmail enriched() {
        return new EnrichedKillmail(
                killmailId,
                null,
                at,
                place(systemId),
                victim,
                attackers,
                value,
                new Provenance("file", receivedAt == null ? at.plusSeconds(60) : receivedAt, "k" + killmailId));
    }

    /** As its battle is told of it. */
    public BattleKillmail linkedTo(long otherKillmailId, Pilot shared, int gapSeconds) {
        return BattleKillmail.of(enriched(), new Attribution(otherKillmailId, shared.party(), gapSeconds));
    }

    public static Place place(int systemId) {
        return new Place(systemId, 20000172, 10000012, SpaceType.KSPACE, SecurityBand.NULLSEC);
    }

    private static Victim victim(int hull, Pilot pilot) {
        boolean capsule = hull == CAPSULE;
        return new Victim(
                pilot.characterId(),
                pilot.corporationId(),
                pilot.allianceId(),
                null,
                pilot.party(),
                hull,
                capsule ? 29 : 25,
                6,
                capsule,
                false,
                500);
    }
}
