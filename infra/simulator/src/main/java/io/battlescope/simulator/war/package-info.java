/**
 * What happens in the simulated New Eden, and what it was about. Every kill belongs to an {@link
 * io.battlescope.simulator.war.Engagement}, which knows the truth: whose fight it was, and who stood on which side.
 */
package io.battlescope.simulator.war;
