/**
 * The command side: turns enriched killmails into commands to battles, and is the only writer of the Events DB (the source of
 * truth) and the Battles DB (the attribution index).
 */
package io.battlescope.command;
