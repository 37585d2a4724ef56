/**
 * Names for ids, joined when read because names change and events carry none. Places and
 * types have theirs from the shipped universe, and keep their id as their name where it does not know them; characters,
 * corporations, alliances and factions have theirs from the Query DB, and no name until somebody has told it.
 */
package io.battlescope.view.name;
