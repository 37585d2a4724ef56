/**
 * The audit, from {@code audit.events}: every act of every admin with what came of it, and what was refused at the door. Rows are only
 * added; the database itself refuses anything else.
 */
package io.battlescope.projection.audit;
