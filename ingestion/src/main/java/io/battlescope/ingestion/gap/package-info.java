/**
 * Ranges of the live feed that were lost: recorded in the transaction that moves the cursor past them, told to everybody, and open
 * until history has filled them.
 */
package io.battlescope.ingestion.gap;
