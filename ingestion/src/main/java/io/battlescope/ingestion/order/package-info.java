/** Acts of admins on feeds: read from {@code admin.commands}, each carried out once, and told on {@code audit.events}. */
package io.battlescope.ingestion.order;
