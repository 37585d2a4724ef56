/** Killmails over HTTP, in a battle or not. */
package io.battlescope.gateway.killmail;
