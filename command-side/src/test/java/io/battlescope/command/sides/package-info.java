/** Sides, in stories and on real fights. */
package io.battlescope.command.sides;
