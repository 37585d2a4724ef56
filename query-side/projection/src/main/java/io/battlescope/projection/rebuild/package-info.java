/**
 * Rebuilds of projections beside the living version. A rebuild is a row whose state one instance at a time moves on; each move is one
 * transaction that asks for the state it comes from, so that a death leaves the rebuild where it was, and whoever lives goes on with it.
 */
package io.battlescope.projection.rebuild;
