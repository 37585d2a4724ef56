package io.battlescope.command.linkage;

import io.battlescope.api.killmail.EnrichedKillmail;

/** Which killmails can be part of a battle at all. */
public final class Eligibility {

    /** Abyssal, void and hidden systems: 32,000,000 to 36,999,999 (CCP's id ranges); fights there are private. */
    private static final int FIRST_INSTANCED_SYSTEM = 32_000_000;

    private static final int LAST_INSTANCED_SYSTEM = 36_999_999;

    private Eligibility() {}

    /** A mail needs an attacker that has a party, outside instanced space. */
    public static boolean isEligible(EnrichedKillmail mail) {
        return !isInstanced(mail.systemId())
                && mail.attackers().stream().anyMatch(attacker -> attacker.party() != null);
    }

    private static boolean isInstanced(int systemId) {
        return systemId >= FIRST_INSTANCED_SYSTEM && systemId <= LAST_INSTANCED_SYSTEM;
    }
}
