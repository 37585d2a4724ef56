/**
 * Who fought on whose side: a signed graph of parties, added up from killmails, and the partition of it that explains the fire
 * best. Plain Java, integers only; the result depends on the set of killmails and on nothing else.
 */
package io.battlescope.command.sides;
