/**
 * The streaming processors that feed projections: a batch of events is collected, folded and written together with the token in
 * one transaction. Wired by hand, so that every setting that matters can be read here and nothing depends on a default.
 */
package io.battlescope.projection.processor;
