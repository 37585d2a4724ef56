package io.battlescope.ingestion.demo;

import java.util.List;

/**
 * One loss in a fight, before it has a time and an id.
 *
 * @param attackers the one with the final blow first
 * @param roll random bits of this kill: its damage, place and prices
 */
record DemoKill(int systemId, DemoPilot victim, List<DemoPilot> attackers, long roll) {

    DemoKill {
        attackers = List.copyOf(attackers);
    }
}
