/** A recorded stream as a feed: one killmail a line, plain or gzipped, read on from where it was left, and watched at its end. */
package io.battlescope.ingestion.file;
