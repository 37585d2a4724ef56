/** Killmails made up for the test: fights with everything that is awkward about them, and lines that are no killmails. */
package io.battlescope.e2e.feed;
