/**
 * How the world becomes known: kills get ids, their mails are posted late, twice or again with another value, and some that are put in
 * between are broken. All of it can be made again from the seed and a journal of what was decided from outside.
 */
package io.battlescope.simulator.feed;
