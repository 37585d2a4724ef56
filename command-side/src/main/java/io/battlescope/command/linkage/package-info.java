/**
 * The rule of linkage: which killmails belong together. Killmails are placed one after the other among the ones already
 * known; whatever their order, the same set of killmails ends in the same clusters. Plain Java; no framework is known here.
 */
package io.battlescope.command.linkage;
