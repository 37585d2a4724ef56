/** What was set aside on the way, for admins: looking at it, and judging it once more after whatever was wrong has been mended. */
package io.battlescope.gateway.quarantine;
