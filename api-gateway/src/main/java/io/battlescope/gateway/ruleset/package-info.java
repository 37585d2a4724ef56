/** The rules that killmails are accepted by: what they are and were, and changing them or trying others out. */
package io.battlescope.gateway.ruleset;
