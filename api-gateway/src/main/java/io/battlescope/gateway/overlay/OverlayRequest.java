package io.battlescope.gateway.overlay;

import io.battlescope.api.battle.OverlayAct;

/** What is to be corrected, and why. */
record OverlayRequest(OverlayAct act, String reason) {}
