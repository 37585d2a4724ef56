/** Turns an accepted killmail into a classified one: plain Java, no framework, no clock, no network. */
package io.battlescope.enrichment.killmail;
