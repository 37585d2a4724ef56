/**
 * The launcher behind {@code infra/battlescope}: starts the whole system on one machine, each part as a process of its own,
 * starts again what dies, and leaves nothing behind. It speaks in plain sentences; stack traces go to a log.
 */
package io.battlescope.local.launcher;
