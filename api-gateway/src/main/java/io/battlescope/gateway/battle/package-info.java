/** Battles over HTTP. The interface documents the contract, the controller translates. */
package io.battlescope.gateway.battle;
