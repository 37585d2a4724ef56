/** BattleScope's REST interface, as a frontend without any library of ours would use it. */
package io.battlescope.e2e.rest;
