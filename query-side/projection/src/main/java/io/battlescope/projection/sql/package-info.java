/** Writing many rows at once: one statement per table and batch, whatever the number of rows. */
package io.battlescope.projection.sql;
