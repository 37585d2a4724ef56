/**
 * The Ingestion DB: which killmails were accepted, what was set aside, and how far each feed was read. {@link
 * io.battlescope.ingestion.store.Ledger} moves all three in one transaction.
 */
package io.battlescope.ingestion.store;
