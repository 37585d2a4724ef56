/**
 * An accepted killmail as enrichment reads it: the same JSON as {@link io.battlescope.api.killmail.IngestedKillmail}, but with
 * the ESI body typed, because a tree of the whole message costs more than everything else here. Reading is tolerant:
 * unknown fields are passed over, and an id of 0 means the same as none.
 */
package io.battlescope.enrichment.esi;
