/**
 * Tells a killmail from a broken line. Plain Java that reads each payload once, token by token, so that no payload can
 * take more memory than its own size.
 */
package io.battlescope.ingestion.validation;
