/**
 * Admins' acts on the processors of this service, from {@code admin.commands}: written down, carried out once by whichever instance lives,
 * and told to their end. Every act takes effect in one transaction of the Query DB, so that a death in between leaves nothing half done.
 */
package io.battlescope.projection.control;
