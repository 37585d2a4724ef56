/**
 * The audit: what was refused at the door is told from here, what was done or refused behind it by whoever decided; all of it is read from
 * the Query DB. An answer never waits for the audit.
 */
package io.battlescope.gateway.audit;
