/** What each service reports of itself, for {@code /status} and the launcher. */
package io.battlescope.api.status;
