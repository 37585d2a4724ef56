/**
 * Compares what the system answers with what the rule says, killmail by killmail. The result is a list of sentences, one for each
 * difference; an empty one is the proof.
 */
package io.battlescope.e2e.check;
