/**
 * Who lives in the simulated New Eden: coalitions of alliances of corporations of pilots, with made-up names. Ids lie in the ranges
 * that CCP gives to such entities.
 */
package io.battlescope.simulator.people;
