/** Names of characters, corporations and alliances, which travel beside the killmails: they change, and events carry none. */
package io.battlescope.api.entity;
