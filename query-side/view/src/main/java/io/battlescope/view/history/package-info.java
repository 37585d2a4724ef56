/**
 * How a battle came to be: its events in order, each told in a sentence. The history belongs to the id, so a battle that was
 * merged into another keeps its own.
 */
package io.battlescope.view.history;
