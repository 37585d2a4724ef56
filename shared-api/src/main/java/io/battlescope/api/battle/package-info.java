/**
 * Commands to battles, events of battles, and why a command can be refused. Commands are imperative, events past tense.
 * Events hold ids and primitives only and carry everything that a projection needs; each event class has a revision and a
 * golden file.
 */
package io.battlescope.api.battle;
