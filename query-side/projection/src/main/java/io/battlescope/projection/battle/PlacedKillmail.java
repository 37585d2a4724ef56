package io.battlescope.projection.battle;

import io.battlescope.api.battle.BattleKillmail;

/** A killmail and the battle it is in now. */
record PlacedKillmail(String battleId, BattleKillmail mail) {}
