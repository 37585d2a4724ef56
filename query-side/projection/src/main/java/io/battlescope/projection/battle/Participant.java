package io.battlescope.projection.battle;

import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.killmail.Attacker;
import io.battlescope.api.killmail.KillmailValue;
import io.battlescope.api.killmail.Party;
import io.battlescope.api.killmail.Victim;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What some mails of a battle say of one pilot. Rows of two sets of mails add up in any order; corporation, alliance and party
 * are those of the latest mail.
 *
 * @param kills mails with the pilot among the attackers, each once
 * @param damageDone hit points over all lines
 * @param iskLost ISK of the losses whose value is known
 */
record Participant(
        String battleId,
        long characterId,
        Long corporationId,
        Long allianceId,
        Party party,
        int kills,
        int finalBlows,
        int losses,
        long damageDone,
        BigDecimal iskLost,
        Instant firstSeen,
        Instant lastSeen,
        long lastKillmailId) {

    /** The pilots on one mail. The victim's line says who they are when one is on both sides. */
    static Collection<Participant> on(BattleKillmail mail, String battleId) {
        Map<Long, Participant> byPilot = new HashMap<>();
        if (mail.victim().isPilot()) {
            byPilot.put(mail.victim().characterId(), lost(mail, battleId));
        }
        for (Attacker attacker : mail.attackers()) {
            if (attacker.isPilot()) {
                byPilot.merge(
                        attacker.characterId(), attacked(mail, attacker, battleId), Participant::andOnTheSameMail);
            }
        }
        return byPilot.values();
    }

    /** What another value changes for the victim, whose mail is counted already; nobody when the victim is no pilot. */
    static Optional<Participant> revalued(BattleKillmail mail, KillmailValue before, String battleId) {
        return Optional.of(mail)
                .filter(known -> known.victim().isPilot())
                .map(known -> lost(known, battleId).asDifferenceTo(isk(before)));
    }

    private Participant asDifferenceTo(BigDecimal before) {
        return new Participant(
                battleId,
                characterId,
                corporationId,
                allianceId,
                party,
                0,
                0,
                0,
                0,
                iskLost.subtract(before),
                firstSeen,
                lastSeen,
                lastKillmailId);
    }

    private static BigDecimal isk(KillmailValue value) {
        return value.isKnown() ? value.isk() : BigDecimal.ZERO;
    }

    private static Participant lost(BattleKillmail mail, String battleId) {
        Victim victim = mail.victim();
        return new Participant(
                battleId,
                victim.characterId(),
                victim.corporationId(),
                victim.allianceId(),
                party(victim.party(), victim.characterId(), victim.corporationId(), victim.allianceId()),
                0,
                0,
                1,
                0,
                isk(mail.value()),
                mail.occurredAt(),
                mail.occurredAt(),
                mail.killmailId());
    }

    private static Participant attacked(BattleKillmail mail, Attacker attacker, String battleId) {
        return new Participant(
                battleId,
                attacker.characterId(),
                attacker.corporationId(),
                attacker.allianceId(),
                party(attacker.party(), attacker.characterId(), attacker.corporationId(), attacker.allianceId()),
                1,
                attacker.finalBlow() ? 1 : 0,
                0,
                attacker.damageDone(),
                BigDecimal.ZERO,
                mail.occurredAt(),
                mail.occurredAt(),
                mail.killmailId());
    }

    /** A pilot always has a party, at the least the pilot alone. */
    private static Party party(Party named, Long characterId, Long corporationId, Long allianceId) {
        return named != null
                ? named
                : Party.of(characterId, corporationId, allianceId).orElseThrow();
    }

    private Participant andOnTheSameMail(Participant line) {
        return sum(
                this,
                line,
                Math.max(kills, line.kills),
                Math.max(finalBlows, line.finalBlows),
                Math.max(losses, line.losses));
    }

    Participant plus(Participant other) {
        return sum(
                isLaterThan(other) ? this : other,
                isLaterThan(other) ? other : this,
                kills + other.kills,
                finalBlows + other.finalBlows,
                losses + other.losses);
    }

    private static Participant sum(Participant names, Participant other, int kills, int finalBlows, int losses) {
        return new Participant(
                names.battleId,
                names.characterId,
                names.corporationId,
                names.allianceId,
                names.party,
                kills,
                finalBlows,
                losses,
                names.damageDone + other.damageDone,
                names.iskLost.add(other.iskLost),
                names.firstSeen.isBefore(other.firstSeen) ? names.firstSeen : other.firstSeen,
                names.lastSeen,
                names.lastKillmailId);
    }

    private boolean isLaterThan(Participant other) {
        int byTime = lastSeen.compareTo(other.lastSeen);
        return byTime != 0 ? byTime > 0 : lastKillmailId > other.lastKillmailId;
    }
}
