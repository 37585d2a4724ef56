package io.battlescope.projection.battle;

import io.battlescope.api.side.PairEvidence;

/** What some mails of a battle say about two of its parties; rows of two sets of mails add up. */
record BattlePair(String battleId, PairEvidence evidence) {}
