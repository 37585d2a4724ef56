/** Every killmail, in a battle or not, from {@code killmail.enriched}; the killmail's id makes a second delivery harmless. */
package io.battlescope.projection.killmail;
