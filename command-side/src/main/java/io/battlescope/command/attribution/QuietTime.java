package io.battlescope.command.attribution;

/** Seconds of feed time without a kill that end a battle. */
public record QuietTime(int seconds) {}
