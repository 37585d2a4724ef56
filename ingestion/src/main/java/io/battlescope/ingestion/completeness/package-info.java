/**
 * How complete each day is: what a source of history lists against what is held, refused, or set aside. Exact, by ids; what remains
 * is missing.
 */
package io.battlescope.ingestion.completeness;
