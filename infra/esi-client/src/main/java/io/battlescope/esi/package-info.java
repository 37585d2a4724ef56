/**
 * CCP's ESI as its rules want it to be asked: named, dated, within its budgets, which all instances share, and not at all while it is
 * down.
 */
package io.battlescope.esi;
