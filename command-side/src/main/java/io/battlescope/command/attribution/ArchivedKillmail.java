package io.battlescope.command.attribution;

import io.battlescope.api.battle.Attribution;
import io.battlescope.api.battle.BattleKillmail;
import io.battlescope.api.killmail.EnrichedKillmail;
import io.battlescope.api.killmail.Party;
import io.battlescope.api.killmail.Place;
import io.battlescope.command.linkage.Link;

/** A killmail as its battle is told of it, and where it happened. */
record ArchivedKillmail(BattleKillmail killmail, Place place) {

    /** The link is {@code null} for a killmail that stands alone by now; only its figures matter then. */
    static ArchivedKillmail of(EnrichedKillmail mail, Link link) {
        Attribution why = link == null
                ? null
                : new Attribution(link.killmailId(), party(mail, link.partyId()), link.gapSeconds());
        return new ArchivedKillmail(BattleKillmail.of(mail, why), mail.place());
    }

    /** Nobody is shared when an admin put the killmail where it is. */
    private static Party party(EnrichedKillmail mail, long id) {
        return mail.parties().filter(party -> party.id() == id).findFirst().orElse(null);
    }
}
