/**
 * The simulated New Eden: a seeded world whose killmails are told by the same services that tell of the real one. As a program it lets
 * time pass by the clock, or writes a whole day into files at once.
 */
package io.battlescope.simulator;
