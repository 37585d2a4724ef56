package io.battlescope.ingestion.store;

/** A payload in quarantine, by where it came from. */
public record Quarantined(String feed, long number, String code, String payload) {}
