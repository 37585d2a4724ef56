/**
 * What battles tell the world: the public contract on {@code battle.lifecycle}, made from the events alone. Its JSON Schema is the
 * resource {@code schemas/battle.lifecycle.v1.json}.
 */
package io.battlescope.api.lifecycle;
