/**
 * What ingestion tells of itself, on {@code ingestion.state}: written down with the change it tells of, in one transaction, and
 * published until the broker has it.
 */
package io.battlescope.ingestion.fact;
