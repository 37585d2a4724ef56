/**
 * What killmails say about who fought whom, in integers that add up in any order: what sides are drawn from, what a side is credited
 * with, and the evidence that is shown for it.
 */
package io.battlescope.api.side;
