/** Which of several ingestions is at work: one holds the lease, the others stand by to take over. */
package io.battlescope.ingestion.lease;
