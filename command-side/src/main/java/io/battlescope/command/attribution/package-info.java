/**
 * Places killmails and tells battles. What was decided is first written down with the index, in one transaction, and then told
 * to the battles; after a crash it is told again. So index and event store need no common transaction, and every killmail
 * reaches its battle once in effect.
 */
package io.battlescope.command.attribution;
