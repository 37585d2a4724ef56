/**
 * Events that cannot be handled, parked by sequence, so that everything else goes on. A sequence is what has to stay in order (a battle,
 * for instance); what depends on a parked one waits with it. Parking, going on and moving the token are one transaction.
 */
package io.battlescope.projection.parked;
