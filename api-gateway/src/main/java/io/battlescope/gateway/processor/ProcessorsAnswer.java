package io.battlescope.gateway.processor;

import java.util.List;

/** Processors by name; of each the living version first. */
record ProcessorsAnswer(List<ProcessorView> items) {}
