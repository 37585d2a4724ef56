/**
 * The static universe: solar systems and item types, shipped as compact files made by {@code infra/universe}. An unknown id
 * never stops a killmail: every look-up can be empty.
 */
package io.battlescope.api.universe;
