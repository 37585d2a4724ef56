package io.battlescope.e2e.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.battlescope.e2e.rule.Mail;
import io.battlescope.e2e.rule.PaperBattle;
import io.battlescope.e2e.rule.PaperBattles;
import java.time.Instant;

/** One killmail as the system shows it, against the mail that went in, and the reason given for its place. */
final class KillmailCheck {

    private final Findings findings;

    KillmailCheck(Findings findings) {
        this.findings = findings;
    }

    /** @param battleId the battle that has to be named; {@code null} for none */
    void check(JsonNode killmail, Mail mail, String battleId) {
        String name = "Killmail " + mail.id() + ": ";
        findings.same(name + "killmailId", killmail.path("killmailId").longValue(), mail.id());
        findings.same(name + "systemId", killmail.path("systemId").intValue(), mail.systemId());
        findings.same(
                name + "occurredAt",
                killmail.path("occurredAt").textValue(),
                Instant.ofEpochSecond(mail.time()).toString());
        findings.same(name + "attackerCount", killmail.path("attackerCount").intValue(), mail.attackerCount());
        JsonNode victim = killmail.path("victim");
        findings.same(name + "hull", victim.path("hullTypeId").intValue(), mail.hull());
        findings.same(
                name + "victim",
                victim.hasNonNull("characterId") ? victim.path("characterId").longValue() : null,
                mail.victimCharacter());
        findings.same(name + "battleId", killmail.path("battleId").textValue(), battleId);
        if (mail.isk() != null) {
            findings.same(
                    name + "iskDestroyed compared",
                    killmail.path("iskDestroyed").decimalValue().compareTo(mail.isk()),
                    0);
        }
    }

    /** The killmail it was linked to is another one of the battle, near enough, with the party on both. */
    void attribution(JsonNode killmail, Mail mail, PaperBattle battle) {
        String name = "Killmail " + mail.id() + ": ";
        JsonNode why = killmail.path("attribution");
        Mail linked = battle.mails().get(why.path("linkedKillmailId").longValue());
        if (linked == null || linked.id() == mail.id()) {
            findings.add(name + "its attribution " + why + " leads to no other killmail of the battle");
            return;
        }
        long party = why.path("sharedParty").longValue();
        if (!mail.parties().contains(party) || !linked.parties().contains(party)) {
            findings.add(name + "its attribution " + why + " names a party that is not on both");
        }
        long gap = Math.abs(mail.time() - linked.time());
        findings.same(name + "gapSeconds", why.path("gapSeconds").longValue(), gap);
        if (gap > PaperBattles.GAP_SECONDS) {
            findings.add(name + "it is linked over " + gap + " seconds");
        }
    }
}
