package io.battlescope.ingestion.pump;

import io.battlescope.api.feed.RulesetVersion;
import io.battlescope.api.universe.Universe;
import io.battlescope.ingestion.ruleset.MailFacts;
import io.battlescope.ingestion.ruleset.Rules;
import io.battlescope.ingestion.store.Refusal;
import io.battlescope.ingestion.store.ScreenedMail;
import io.battlescope.ingestion.validation.Combatants;
import io.battlescope.ingestion.validation.Validation.Accepted;
import java.util.Optional;

/** The ruleset in force, as killmails pass it. */
record Screen(int number, Rules rules, Universe universe) {

    static Screen of(RulesetVersion inForce, Universe universe) {
        return new Screen(inForce.number(), new Rules(inForce.ruleset()), universe);
    }

    ScreenedMail look(Outgoing delivered) {
        Accepted killmail = delivered.killmail();
        Combatants who = killmail.combatants();
        MailFacts facts = new MailFacts(
                universe.place(killmail.systemId(), killmail.occurredAt()),
                who.alliances(),
                who.corporations(),
                who.characters(),
                killmail.isk());
        return new ScreenedMail(killmail.killmailId(), delivered.receivedAt(), killmail.occurredAt(), facts);
    }

    Optional<Refusal> refusal(ScreenedMail mail) {
        return rules.refusal(mail.facts()).map(code -> new Refusal(mail.killmailId(), mail.occurredAt(), code, number));
    }
}
