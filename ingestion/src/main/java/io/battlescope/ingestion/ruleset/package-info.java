/**
 * Which killmails a ruleset lets pass, and why it refuses the others. Plain Java: the same judgement decides what is accepted and
 * what a preview says.
 */
package io.battlescope.ingestion.ruleset;
