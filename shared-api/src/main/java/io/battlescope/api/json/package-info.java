/** The one JSON dialect of messages. */
package io.battlescope.api.json;
