/**
 * Which of several ingestions is at work: one holds the lease, the others stand by to take over. The lease is a row in the Ingestion
 * DB, and the fence in front of each booking looks at it again, so that an owner that slept too long does no harm.
 */
package io.battlescope.ingestion.lease;
