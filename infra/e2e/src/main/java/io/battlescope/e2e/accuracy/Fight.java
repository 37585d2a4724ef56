package io.battlescope.e2e.accuracy;

import io.battlescope.e2e.rule.Mail;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * A fight as it really was.
 *
 * @param kind what sort of fight, such as {@code gate_camp}
 * @param mails by id
 * @param sides where each party stood: {@code a}, {@code b} or {@code third}; {@code none} for those who took no part
 * @param isBattle whether it holds the losses that make a battle
 */
record Fight(String id, String kind, Map<Long, Mail> mails, Map<Long, String> sides, boolean isBattle) {

    static final String NO_SIDE = "none";

    /** Distinct pilots of each party. */
    Map<Long, Long> pilotsByParty() {
        Map<Long, Long> partyOfPilot = new HashMap<>();
        mails.values().stream().map(Mail::crew).forEach(partyOfPilot::putAll);
        return count(partyOfPilot.values());
    }

    private static Map<Long, Long> count(Collection<Long> parties) {
        Map<Long, Long> pilots = new HashMap<>();
        parties.forEach(party -> pilots.merge(party, 1L, Long::sum));
        return pilots;
    }
}
