/** What was set aside on the way, for admins; to be read only. */
package io.battlescope.gateway.quarantine;
