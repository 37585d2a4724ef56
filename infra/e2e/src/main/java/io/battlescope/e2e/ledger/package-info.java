/**
 * Compares what a lying feed has published, by the simulator's own ledger, with what the system holds: each accepted killmail once,
 * nothing else, each broken one set aside where people see it.
 */
package io.battlescope.e2e.ledger;
