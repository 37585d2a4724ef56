package io.battlescope.enrichment.esi;

import java.util.List;

/** The body that ESI gives, as far as it is used. */
public record EsiKillmail(EsiVictim victim, List<EsiAttacker> attackers) {}
