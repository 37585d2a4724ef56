/**
 * Battles as they were known at an earlier time, told anew from their history. What a killmail says never changes; which
 * killmails a battle held, what they were thought to be worth, its sides and its corrections are those of the time.
 */
package io.battlescope.view.asof;
