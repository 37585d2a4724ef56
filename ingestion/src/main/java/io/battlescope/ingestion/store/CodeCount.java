package io.battlescope.ingestion.store;

/** How many payloads were set aside for one reason. */
record CodeCount(String code, long count) {}
