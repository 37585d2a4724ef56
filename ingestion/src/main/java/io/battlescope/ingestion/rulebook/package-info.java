/**
 * The rulesets of this ingestion: numbered, each adopted by an admin's act with a reason, the last in force. What the last day would
 * have looked like under other rules is told by the same judgement that decides.
 */
package io.battlescope.ingestion.rulebook;
