/**
 * Questions about battles. A battle is visible while it lives (is not merged into another) and holds the losses that its rule
 * asks for; ids of merged battles lead to their survivor.
 */
package io.battlescope.view.battle;
