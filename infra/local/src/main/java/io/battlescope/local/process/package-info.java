/**
 * Processes of the operating system: how they are started, recognised again after a crash of whoever started them, and
 * stopped. Nothing here knows what the processes do.
 */
package io.battlescope.local.process;
