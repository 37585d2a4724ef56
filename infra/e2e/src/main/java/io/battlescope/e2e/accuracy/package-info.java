/**
 * How well battles and sides are found, told by a made-up day of which the truth is known. Counts only what the API answers; a perfect
 * score is not expected, since what people would call one fight is not always what killmails show.
 */
package io.battlescope.e2e.accuracy;
