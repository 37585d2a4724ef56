package io.battlescope.projection.battle;

import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.killmail.Party;
import io.battlescope.api.side.PairEvidence;
import io.battlescope.projection.killmail.CompactAttackers;
import io.battlescope.projection.sql.JsonName;
import io.battlescope.projection.sql.JsonText;
import io.battlescope.projection.sql.Upsert;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How changes become rows. Battles and killmails are set; pilots, their hulls and pairs of parties are added to, which is safe
 * because the same transaction moves the battle's last sequence number on.
 */
final class BattleUpserts {

    static final Upsert<BattleState> BATTLES = Upsert.<BattleState>into("battle")
            .column("battle_id", "text", BattleState::battleId)
            .column("system_id", "int4", battle -> battle.place().systemId())
            .column("constellation_id", "int4", battle -> battle.place().constellationId())
            .column("region_id", "int4", battle -> battle.place().regionId())
            .column("space_type", "text", battle -> JsonName.of(battle.place().spaceType()))
            .column(
                    "security_band",
                    "text",
                    battle -> JsonName.of(battle.place().securityBand()))
            .column("gap_seconds", "int4", battle -> battle.rule().gapSeconds())
            .column("min_losses", "int4", battle -> battle.rule().minLosses())
            .column("min_shared_parties", "int4", battle -> battle.rule().minSharedParties())
            .column("opened_by_killmail_id", "int8", BattleState::openedByKillmailId)
            .column("kill_count", "int4", battle -> battle.totals().killCount())
            .column("loss_count", "int4", battle -> battle.totals().lossCount())
            .column("pilot_count", "int4", battle -> battle.totals().pilotCount())
            .column("isk_destroyed", "numeric", battle -> battle.totals().iskDestroyed())
            .column("unvalued_kill_count", "int4", battle -> battle.totals().unvaluedKillCount())
            .column("side_count", "int4", BattleState::sideCount)
            .column("status", "text", battle -> battle.ended() ? "ended" : "ongoing")
            .column("start_time", "timestamptz", battle -> battle.totals().startTime())
            .column("end_time", "timestamptz", battle -> battle.totals().endTime())
            .column("merged_into", "text", BattleState::mergedInto)
            .column("version", "int8", BattleState::version)
            .onConflict("""
                    (battle_id) do update set
                        kill_count = excluded.kill_count, loss_count = excluded.loss_count,
                        pilot_count = excluded.pilot_count, isk_destroyed = excluded.isk_destroyed,
                        unvalued_kill_count = excluded.unvalued_kill_count,
                        gap_seconds = excluded.gap_seconds, min_losses = excluded.min_losses,
                        min_shared_parties = excluded.min_shared_parties,
                        side_count = excluded.side_count, status = excluded.status,
                        start_time = excluded.start_time, end_time = excluded.end_time,
                        merged_into = excluded.merged_into, version = excluded.version,
                        updated_at = clock_timestamp()""");

    /** A killmail is in one battle; with a survivor's event it moves there, and stays as old as it is. */
    static final Upsert<PlacedKillmail> KILLMAILS = Upsert.<PlacedKillmail>into("battle_killmail")
            .column("killmail_id", "int8", mail(BattleKillmail::killmailId))
            .column("battle_id", "text", PlacedKillmail::battleId)
            .column("occurred_at", "timestamptz", mail(BattleKillmail::occurredAt))
            .column("victim_character_id", "int8", mail(mail -> mail.victim().characterId()))
            .column("victim_corporation_id", "int8", mail(mail -> mail.victim().corporationId()))
            .column("victim_alliance_id", "int8", mail(mail -> mail.victim().allianceId()))
            .column("victim_faction_id", "int8", mail(mail -> mail.victim().factionId()))
            .column("victim_party_id", "int8", mail(mail -> id(mail.victim().party())))
            .column("victim_party_kind", "text", mail(mail -> kind(mail.victim().party())))
            .column("hull_type_id", "int4", mail(mail -> mail.victim().hullTypeId()))
            .column("capsule", "bool", mail(mail -> mail.victim().capsule()))
            .column("structure", "bool", mail(mail -> mail.victim().structure()))
            .column("damage_taken", "int8", mail(mail -> mail.victim().damageTaken()))
            .column("attacker_count", "int4", mail(mail -> mail.attackers().size()))
            .column("isk", "numeric", mail(mail -> mail.value().isk()))
            .column("value_source", "text", mail(mail -> mail.value().source()))
            .column(
                    "linked_killmail_id",
                    "int8",
                    mail(mail -> mail.attribution().linkedKillmailId()))
            .column(
                    "shared_party_id",
                    "int8",
                    mail(mail -> id(mail.attribution().sharedParty())))
            .column(
                    "shared_party_kind",
                    "text",
                    mail(mail -> kind(mail.attribution().sharedParty())))
            .column("gap_seconds", "int4", mail(mail -> mail.attribution().gapSeconds()))
            .column("received_at", "timestamptz", mail(BattleKillmail::receivedAt))
            .onConflict("""
                    (killmail_id) do update set
                        (battle_id, occurred_at, victim_character_id, victim_corporation_id, victim_alliance_id,
                         victim_faction_id, victim_party_id, victim_party_kind, hull_type_id, capsule, structure,
                         damage_taken, attacker_count, isk, value_source, linked_killmail_id, shared_party_id,
                         shared_party_kind, gap_seconds, received_at)
                      = (excluded.battle_id, excluded.occurred_at, excluded.victim_character_id,
                         excluded.victim_corporation_id, excluded.victim_alliance_id, excluded.victim_faction_id,
                         excluded.victim_party_id, excluded.victim_party_kind, excluded.hull_type_id, excluded.capsule,
                         excluded.structure, excluded.damage_taken, excluded.attacker_count, excluded.isk,
                         excluded.value_source, excluded.linked_killmail_id, excluded.shared_party_id,
                         excluded.shared_party_kind, excluded.gap_seconds, excluded.received_at)""");

    static final Upsert<Participant> PARTICIPANTS = Upsert.<Participant>into("battle_participant")
            .column("battle_id", "text", Participant::battleId)
            .column("character_id", "int8", Participant::characterId)
            .column("corporation_id", "int8", Participant::corporationId)
            .column("alliance_id", "int8", Participant::allianceId)
            .column("party_id", "int8", pilot -> pilot.party().id())
            .column("party_kind", "text", pilot -> kind(pilot.party()))
            .column("kills", "int4", Participant::kills)
            .column("final_blows", "int4", Participant::finalBlows)
            .column("losses", "int4", Participant::losses)
            .column("damage_done", "int8", Participant::damageDone)
            .column("isk_lost", "numeric", Participant::iskLost)
            .column("first_seen", "timestamptz", Participant::firstSeen)
            .column("last_seen", "timestamptz", Participant::lastSeen)
            .column("last_killmail_id", "int8", Participant::lastKillmailId)
            .onConflict("""
                    (battle_id, character_id) do update set
                        kills = battle_participant.kills + excluded.kills,
                        final_blows = battle_participant.final_blows + excluded.final_blows,
                        losses = battle_participant.losses + excluded.losses,
                        damage_done = battle_participant.damage_done + excluded.damage_done,
                        isk_lost = battle_participant.isk_lost + excluded.isk_lost,
                        first_seen = least(battle_participant.first_seen, excluded.first_seen),
                    """
                    + latest(
                            "corporation_id",
                            "alliance_id",
                            "party_id",
                            "party_kind",
                            "last_seen",
                            "last_killmail_id"));

    static final Upsert<FlownHull> HULLS = Upsert.<FlownHull>into("battle_participant_hull")
            .column("battle_id", "text", hull -> hull.key().battleId())
            .column("character_id", "int8", hull -> hull.key().characterId())
            .column("hull_type_id", "int4", hull -> hull.key().hullTypeId())
            .column("kills", "int4", FlownHull::kills)
            .column("losses", "int4", FlownHull::losses)
            .column("last_attack_at", "timestamptz", FlownHull::lastAttackAt)
            .column("last_loss_at", "timestamptz", FlownHull::lastLossAt)
            .onConflict("""
                    (battle_id, character_id, hull_type_id) do update set
                        kills = battle_participant_hull.kills + excluded.kills,
                        losses = battle_participant_hull.losses + excluded.losses,
                        last_attack_at = greatest(battle_participant_hull.last_attack_at, excluded.last_attack_at),
                        last_loss_at = greatest(battle_participant_hull.last_loss_at, excluded.last_loss_at)""");

    static final Upsert<BattleEntity> ENTITIES = Upsert.<BattleEntity>into("battle_entity")
            .column("kind", "text", BattleEntity::kind)
            .column("entity_id", "int8", BattleEntity::entityId)
            .column("battle_id", "text", BattleEntity::battleId)
            .onConflict("do nothing");

    static final Upsert<BattlePair> PAIRS = Upsert.<BattlePair>into("battle_pair")
            .column("battle_id", "text", BattlePair::battleId)
            .column("low", "int8", evidence(PairEvidence::low))
            .column("high", "int8", evidence(PairEvidence::high))
            .column("kills_by_low", "int4", evidence(PairEvidence::killsByLow))
            .column("kills_by_high", "int4", evidence(PairEvidence::killsByHigh))
            .column("mails_by_low", "int4", evidence(PairEvidence::mailsByLow))
            .column("mails_by_high", "int4", evidence(PairEvidence::mailsByHigh))
            .column("isk_by_low", "numeric", evidence(PairEvidence::iskByLow))
            .column("isk_by_high", "numeric", evidence(PairEvidence::iskByHigh))
            .column("hostility", "int8", evidence(PairEvidence::hostility))
            .column("mails_together", "int4", evidence(PairEvidence::mailsTogether))
            .column("attraction", "int8", evidence(PairEvidence::attraction))
            .onConflict("(battle_id, low, high) do update set "
                    + sums(
                            "battle_pair",
                            "kills_by_low",
                            "kills_by_high",
                            "mails_by_low",
                            "mails_by_high",
                            "isk_by_low",
                            "isk_by_high",
                            "hostility",
                            "mails_together",
                            "attraction"));

    /** The facts of a killmail never change. */
    static final Upsert<BattleKillmail> MAILS = Upsert.<BattleKillmail>into("battle_mail")
            .column("killmail_id", "int8", BattleKillmail::killmailId)
            .column("occurred_at", "timestamptz", BattleKillmail::occurredAt)
            .column("received_at", "timestamptz", BattleKillmail::receivedAt)
            .column("victim", "jsonb", mail -> JsonText.of(mail.victim()))
            .column("attackers", "jsonb", mail -> CompactAttackers.json(mail.attackers()))
            .column("hull_group_id", "int4", mail -> mail.victim().hullGroupId())
            .column("hull_category_id", "int4", mail -> mail.victim().hullCategoryId())
            .onConflict("(killmail_id) do nothing");

    static final Upsert<HistoryEntry> HISTORY = Upsert.<HistoryEntry>into("battle_history")
            .column("battle_id", "text", HistoryEntry::battleId)
            .column("sequence", "int8", HistoryEntry::sequence)
            .column("at", "timestamptz", HistoryEntry::at)
            .column("kind", "text", HistoryEntry::kind)
            .column("data", "jsonb", HistoryEntry::data)
            .onConflict("(battle_id, sequence) do nothing");

    private BattleUpserts() {}

    private static String sums(String table, String... columns) {
        return Stream.of(columns)
                .map(column -> column + " = " + table + "." + column + " + excluded." + column)
                .collect(Collectors.joining(", "));
    }

    private static Function<BattlePair, Object> evidence(Function<PairEvidence, Object> part) {
        return pair -> part.apply(pair.evidence());
    }

    /** Sets each column to that of the later mail, by time and then by id. */
    private static String latest(String... columns) {
        return Stream.of(columns).map(column -> column + """
                         = case when (excluded.last_seen, excluded.last_killmail_id)
                                   > (battle_participant.last_seen, battle_participant.last_killmail_id)
                           then excluded.%1$s else battle_participant.%1$s end""".formatted(column)).collect(Collectors.joining(", "));
    }

    private static Function<PlacedKillmail, Object> mail(Function<BattleKillmail, Object> part) {
        return placed -> part.apply(placed.mail());
    }

    private static Long id(Party party) {
        return party == null ? null : party.id();
    }

    private static String kind(Party party) {
        return party == null ? null : JsonName.of(party.kind());
    }
}
