/**
 * Replays real killmails through the whole system, started as anybody would start it, and tells how many a second each stage
 * managed, how fresh the answers were, and which processes used what. Everything is seen from outside: the gateway's status, the
 * Query DB through the role that may only read, and the kernel's books on processes.
 */
package io.battlescope.bench;
